/** q of a network as it is learned: a list of probabilities for each node that was in it, by ids. */
import {
  createNetworkMeanField,
  type NetworkMeanField,
} from '../../../../inference/variational/network/meanField.ts';
import { HIDDEN } from '../../../../inference/variational/network/network.ts';
import { forkRandom } from '../../../../math/random.ts';
import { arrayNamed } from '../../../../svae/checkpoint.ts';
import type { Checkpoint } from '../../../engine.ts';
import type { NetworkEdit } from '../../networkEdits.ts';
import type { NetworkTargetState } from './target.ts';

/** How far probabilities may be from adding up to 1. */
const TOLERANCE = 1e-6;

export class Factors {
  private readonly known = new Map<number, Float64Array>();
  private readonly seed: number;
  private readonly isRandom: boolean;

  constructor(seed: number, isRandom: boolean) {
    this.seed = seed;
    this.isRandom = isRandom;
  }

  /** Of a node: as learned, or as it starts where it is new or has other states than it had. */
  of(id: number, states: number): Float64Array {
    const known = this.known.get(id);
    if (known?.length === states) return known;
    if (!this.isRandom) return new Float64Array(states).fill(1 / states);
    const random = forkRandom(this.seed, `factor ${id}`);
    // Exponential draws over their sum are uniform on the simplex.
    const draws = Float64Array.from({ length: states }, () => -Math.log(1 - random.uniform()));
    const total = draws.reduce((sum, draw) => sum + draw, 0);
    return draws.map((draw) => draw / total);
  }

  set(id: number, q: ArrayLike<number>): void {
    this.known.set(id, Float64Array.from(q));
  }

  /** q in a network; nodes with evidence have their state, and edits lie over what was learned. */
  in(
    { nodes, network, evidence, indexOf }: NetworkTargetState,
    edits: readonly NetworkEdit[] = [],
  ): NetworkMeanField {
    const field = createNetworkMeanField(network, evidence);
    const put = (index: number, q: ArrayLike<number>) => {
      if (evidence[index] === HIDDEN) field.marginals.set(Array.from(q), network.offsets[index]);
    };
    nodes.forEach(({ id }, index) => {
      put(index, this.of(id, network.states[index]));
    });
    for (const edit of edits) {
      const index = edit.kind === 'setFactor' ? indexOf.get(edit.node) : undefined;
      if (edit.kind === 'setFactor' && index !== undefined) put(index, edit.q);
    }
    return field;
  }

  save() {
    const ids = [...this.known.keys()].sort((one, other) => one - other);
    const lists = ids.map((id) => this.known.get(id) ?? new Float64Array(0));
    return {
      factorIds: Float64Array.from(ids),
      factorStates: Float64Array.from(lists, ({ length }) => length),
      factors: Float64Array.from(lists.flatMap((list) => [...list])),
    };
  }

  /** Goes on from what `readFactors` found. */
  goOnFrom(known: ReadonlyMap<number, Float64Array>): void {
    this.known.clear();
    for (const [id, q] of known) this.known.set(id, q);
  }
}

/**
 * The factors of a checkpoint, by the ids of nodes.
 *
 * @throws RangeError where the arrays are no factors
 */
export function readFactors(checkpoint: Checkpoint): Map<number, Float64Array> {
  const ids = arrayNamed(checkpoint, 'factorIds');
  const states = arrayNamed(checkpoint, 'factorStates');
  const values = arrayNamed(checkpoint, 'factors');
  const total = states.reduce((sum, count) => sum + count, 0);
  if (states.length !== ids.length || values.length !== total) {
    throw new RangeError(
      `The state has ${values.length} probabilities for ${ids.length} nodes with ${total} states.`,
    );
  }
  const known = new Map<number, Float64Array>();
  let at = 0;
  ids.forEach((id, index) => {
    const q = values.slice(at, at + states[index]);
    at += states[index];
    mustBeDistribution(q, `The state of node ${id}`);
    known.set(id, q);
  });
  return known;
}

/** @throws RangeError that names what is no distribution */
export function mustBeDistribution(q: ArrayLike<number>, what: string): void {
  const shares = Array.from(q);
  const sum = shares.reduce((part, share) => part + share, 0);
  if (!shares.every((share) => share >= 0) || !(Math.abs(sum - 1) <= TOLERANCE))
    throw new RangeError(`${what} adds up to ${Number(sum.toPrecision(6))}; expected 1.`);
}
