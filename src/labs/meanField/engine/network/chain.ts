/** Gibbs sampling beside coordinate ascent: one chain, which begins again with another target. */
import {
  createNetworkGibbs,
  drawNode,
  type NetworkGibbs,
} from '../../../../inference/variational/network/gibbs.ts';
import { HIDDEN } from '../../../../inference/variational/network/network.ts';
import { forkRandom, type Random, restoreRandom } from '../../../../math/random.ts';
import { arrayNamed } from '../../../../svae/checkpoint.ts';
import type { Checkpoint } from '../../../engine.ts';
import type { NetworkTargetState } from './target.ts';

export interface Begun {
  /** Of its target. */
  readonly key: number;
  readonly state: Int32Array;
  readonly sums: Float64Array;
  /** By index: draws of each node. */
  readonly draws: Float64Array;
  readonly random: Random;
}

export class Chain {
  private readonly seed: number;
  private begun: Begun | null = null;
  private gibbs: NetworkGibbs | null = null;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Draws one hidden node given all others. */
  draw(target: NetworkTargetState, index: number): void {
    if (!this.isOf(target)) this.begin(target);
    const { begun, gibbs } = this;
    if (!begun || !gibbs) return;
    drawNode(gibbs, index, begun.random);
    begun.draws[index] += 1;
  }

  /** What it says of a target; nothing before the first draw from it. */
  seen(target: NetworkTargetState) {
    const { network, evidence } = target;
    const begun = this.isOf(target) ? this.begun : null;
    const { size, states, offsets } = network;
    const marginals = Array.from({ length: size }, (_, i) =>
      Array.from({ length: states[i] }, (_, s) => {
        if (evidence[i] !== HIDDEN) return Number(s === evidence[i]);
        return begun && begun.draws[i] > 0
          ? begun.sums[offsets[i] + s] / begun.draws[i]
          : 1 / states[i];
      }),
    );
    return {
      marginals,
      sample: begun && Array.from(begun.state),
      draws: begun ? Array.from(begun.draws) : new Array<number>(size).fill(0),
    };
  }

  /** Draws of the node that was drawn least often; 0 where none is hidden. */
  sweeps(target: NetworkTargetState): number {
    const begun = this.isOf(target) ? this.begun : null;
    if (!begun) return 0;
    const hidden = [...begun.draws].filter((_, i) => target.evidence[i] === HIDDEN);
    return hidden.length > 0 ? Math.min(...hidden) : 0;
  }

  save() {
    const { begun } = this;
    return {
      chain: Float64Array.from(
        begun ? [begun.key, begun.sums.length, ...begun.random.state()] : [],
      ),
      chainState: Float64Array.from(begun?.state ?? []),
      chainSums: Float64Array.from(begun?.sums ?? []),
      chainDraws: Float64Array.from(begun?.draws ?? []),
    };
  }

  /** Goes on where `readChain` left off. */
  goOnFrom(begun: Begun | null): void {
    this.begun = begun;
    this.gibbs = null;
  }

  private isOf(target: NetworkTargetState): boolean {
    const { begun } = this;
    const { size, offsets } = target.network;
    const fits =
      begun?.key === target.key &&
      begun.state.length === size &&
      begun.sums.length === offsets[size];
    if (!fits) return false;
    this.gibbs = this.gibbs?.network === target.network ? this.gibbs : gibbsOf(target, begun);
    return true;
  }

  private begin(target: NetworkTargetState): void {
    const { key } = target;
    const random = forkRandom(this.seed, `gibbs ${key}`);
    this.gibbs = createNetworkGibbs(target.network, target.evidence, random);
    const draws = new Float64Array(target.network.size);
    this.begun = this.gibbs && {
      key,
      state: this.gibbs.state,
      sums: this.gibbs.sums,
      draws,
      random,
    };
  }
}

/**
 * The chain of a checkpoint; null of one that has not begun.
 *
 * @throws RangeError where the arrays are no chain
 */
export function readChain(checkpoint: Checkpoint): Begun | null {
  const [key, count, ...random] = arrayNamed(checkpoint, 'chain');
  const state = Int32Array.from(arrayNamed(checkpoint, 'chainState'));
  const sums = arrayNamed(checkpoint, 'chainSums').slice();
  const draws = arrayNamed(checkpoint, 'chainDraws').slice();
  if (state.length !== draws.length || (key === undefined) !== (state.length === 0))
    throw new RangeError(`The chain has ${state.length} states and ${draws.length} counts.`);
  if (sums.length !== (count ?? 0))
    throw new RangeError(`The chain has ${sums.length} sums; it said ${count}.`);
  return key === undefined ? null : { key, state, sums, draws, random: restoreRandom(random) };
}

const gibbsOf = (
  { network, evidence }: NetworkTargetState,
  { state, sums }: Begun,
): NetworkGibbs => ({
  ...{ network, evidence, state, sums, sweeps: 0 },
  conditional: new Float64Array(Math.max(1, ...network.states)),
});
