/** Gibbs sampling beside coordinate ascent: one chain, which begins again with another target. */
import {
  createNetworkGibbs,
  drawNode,
  gibbsMarginals,
  type NetworkGibbs,
  resumedGibbs,
} from '../../../../inference/variational/network/gibbs.ts';
import { HIDDEN } from '../../../../inference/variational/network/network.ts';
import { forkRandom, type Random, restoreRandom } from '../../../../math/random.ts';
import { arrayNamed } from '../../../../svae/checkpoint.ts';
import type { Checkpoint } from '../../../engine.ts';
import { marginalsOf } from './measures.ts';
import type { NetworkTargetState } from './target.ts';

export interface Begun {
  /** Of its target. */
  readonly key: number;
  readonly random: Random;
  readonly drawn: Pick<NetworkGibbs, 'state' | 'sums' | 'draws'>;
}

export class Chain {
  private readonly seed: number;
  private begun: Begun | null = null;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Draws one hidden node given all others. */
  draw(target: NetworkTargetState, index: number): void {
    const { network, evidence } = target;
    const begun = this.of(target) ?? this.begin(target);
    if (begun) drawNode(resumedGibbs(network, evidence, begun.drawn), index, begun.random);
  }

  /** What it says of a target; nothing before the first draw from it. */
  seen(target: NetworkTargetState) {
    const { network, evidence } = target;
    const drawn = this.of(target)?.drawn ?? null;
    return {
      marginals: marginalsOf(network, gibbsMarginals(network, evidence, drawn)),
      sample: drawn && Array.from(drawn.state),
      draws: Array.from(drawn?.draws ?? new Float64Array(network.size)),
    };
  }

  /** Draws of the node that was drawn least often; 0 where none is hidden. */
  sweeps(target: NetworkTargetState): number {
    const hidden = this.of(target)?.drawn.draws.filter((_, i) => target.evidence[i] === HIDDEN);
    return hidden?.length ? Math.min(...hidden) : 0;
  }

  save() {
    const { begun } = this;
    const { state, sums, draws } = begun?.drawn ?? { state: [], sums: [], draws: [] };
    return {
      chain: Float64Array.from(begun ? [begun.key, sums.length, ...begun.random.state()] : []),
      chainState: Float64Array.from(state),
      chainSums: Float64Array.from(sums),
      chainDraws: Float64Array.from(draws),
    };
  }

  /** Goes on where `readChain` left off. */
  goOnFrom(begun: Begun | null): void {
    this.begun = begun;
  }

  private of({ key, network: { size, offsets } }: NetworkTargetState): Begun | null {
    const { begun } = this;
    if (begun?.key !== key) return null;
    const { state, sums } = begun.drawn;
    return state.length === size && sums.length === offsets[size] ? begun : null;
  }

  private begin({ key, network, evidence }: NetworkTargetState): Begun | null {
    const random = forkRandom(this.seed, `gibbs ${key}`);
    const drawn = createNetworkGibbs(network, evidence, random);
    this.begun = drawn && { key, random, drawn };
    return this.begun;
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
  return key === undefined
    ? null
    : { key, random: restoreRandom(random), drawn: { state, sums, draws } };
}
