/**
 * Gibbs sampling in a discrete network: each hidden node is drawn from its conditional given its
 * Markov blanket, tables of observed children included.
 */
import type { Random } from '../../../math/random.ts';
import { HIDDEN, hiddenNodes, logFactor, type Network } from './network.ts';

export interface NetworkGibbs {
  readonly network: Network;
  readonly evidence: Int32Array;
  /** n: the present state of every node. */
  readonly state: Int32Array;
  /**
   * One number per state, from `network.offsets`: sums of the conditionals drawn from. Divided by the
   * draws they estimate the marginals, with less noise than counts of states.
   */
  readonly sums: Float64Array;
  /** n: draws of each node. */
  readonly draws: Float64Array;
  /** Conditional of the node drawn last, for each of its states. */
  readonly conditional: Float64Array;
}

/**
 * A sampler in a first state that the evidence allows, found by search, parents before children.
 *
 * @returns null where there is no such state: the evidence has probability zero
 */
export function createNetworkGibbs(
  network: Network,
  evidence: Int32Array,
  random: Random,
): NetworkGibbs | null {
  const state = findState(network, evidence, random);
  if (!state) return null;
  const { size, offsets } = network;
  const [sums, draws] = [new Float64Array(offsets[size]), new Float64Array(size)];
  return resumedGibbs(network, evidence, { state, sums, draws });
}

/** A sampler that goes on from what another one has drawn. */
export const resumedGibbs = (
  network: Network,
  evidence: Int32Array,
  drawn: Pick<NetworkGibbs, 'state' | 'sums' | 'draws'>,
): NetworkGibbs => ({
  ...{ network, evidence, ...drawn },
  conditional: new Float64Array(Math.max(1, ...network.states)),
});

/** Draws node i, if it is hidden, given the present states of the others. */
export function drawNode(gibbs: NetworkGibbs, i: number, random: Random): void {
  const { network, evidence, state, sums, draws, conditional } = gibbs;
  if (evidence[i] !== HIDDEN) return;
  const K = network.states[i];
  const children = network.children[i];
  let most = -Infinity;
  for (let s = 0; s < K; s++) {
    state[i] = s;
    let log = logFactor(network, i, state);
    for (let c = 0; c < children.length; c++) log += logFactor(network, children[c], state);
    conditional[s] = log;
    most = Math.max(most, log);
  }
  let total = 0;
  for (let s = 0; s < K; s++) {
    conditional[s] = Math.exp(conditional[s] - most);
    total += conditional[s];
  }
  let left = random.uniform() * total;
  let drawn = -1;
  for (let s = 0; s < K; s++) {
    const share = conditional[s] / total;
    sums[network.offsets[i] + s] += share;
    if (left >= 0 && conditional[s] > 0) drawn = s;
    left -= conditional[s];
    conditional[s] = share;
  }
  state[i] = drawn;
  draws[i] += 1;
}

/** Draws all hidden nodes in the order of their indices. */
export function sweepGibbs(gibbs: NetworkGibbs, random: Random): void {
  for (let i = 0; i < gibbs.network.size; i++) drawNode(gibbs, i, random);
}

/**
 * Marginals as estimated so far, one number per state; those of evidence are 1 and 0, and those of
 * nodes not drawn yet uniform.
 *
 * @param drawn null before the first draw
 */
export function gibbsMarginals(
  network: Network,
  evidence: Int32Array,
  drawn: Pick<NetworkGibbs, 'sums' | 'draws'> | null,
): Float64Array {
  const { size, states, offsets } = network;
  const marginals = new Float64Array(offsets[size]);
  for (let i = 0; i < size; i++)
    for (let s = 0; s < states[i]; s++) {
      const at = offsets[i] + s;
      if (evidence[i] !== HIDDEN) marginals[at] = Number(s === evidence[i]);
      else marginals[at] = drawn?.draws[i] ? drawn.sums[at] / drawn.draws[i] : 1 / states[i];
    }
  return marginals;
}

/** States tried in the search for a first one. */
const MOST_TRIES = 1_000_000;

function findState(network: Network, evidence: Int32Array, random: Random): Int32Array | null {
  const state = Int32Array.from(evidence);
  const hidden = hiddenNodes(evidence);
  const ordered = network.order.filter((i) => evidence[i] === HIDDEN);
  const depthOf = new Int32Array(network.size).fill(-1);
  ordered.forEach((node, depth) => {
    depthOf[node] = depth;
  });
  const factorsAt: number[][] = [[], ...Array.from(hidden, () => [])];
  for (let i = 0; i < network.size; i++) {
    const deepest = network.parents[i].reduce((d, j) => Math.max(d, depthOf[j]), depthOf[i]);
    factorsAt[deepest + 1].push(i);
  }
  const isAllowed = (depth: number) =>
    factorsAt[depth].every((i) => logFactor(network, i, state) > -Infinity);
  let tries = 0;
  const search = (depth: number): boolean => {
    if (depth === ordered.length) return true;
    const node = ordered[depth];
    const K = network.states[node];
    const first = random.integer(K);
    for (let k = 0; k < K; k++) {
      if (++tries > MOST_TRIES) return false;
      state[node] = (first + k) % K;
      if (isAllowed(depth + 1) && search(depth + 1)) return true;
    }
    return false;
  };
  return isAllowed(0) && search(0) ? state : null;
}
