/** Exact inference in a small network: all states of its hidden nodes are summed over. */
import { hiddenNodes, logFactor, type Network } from './network.ts';

/** Joint states that are summed over at most: sixteen hidden binary nodes. */
export const MOST_JOINT_STATES = 1 << 16;

export interface ExactPosterior {
  /** log p(evidence); -Infinity where the evidence is impossible. */
  readonly logEvidence: number;
  /**
   * One number per state, from `network.offsets`: p(x_i | evidence); 1 at the state of a node with
   * evidence. All 0 where the evidence is impossible.
   */
  readonly marginals: Float64Array;
}

/** How many joint states the hidden nodes have. */
export function jointStates(network: Network, evidence: Int32Array): number {
  return hiddenNodes(evidence).reduce((product, i) => product * network.states[i], 1);
}

/**
 * @param evidence n, state of each node or HIDDEN
 * @returns null where there are more than `MOST_JOINT_STATES`
 */
export function enumerate(network: Network, evidence: Int32Array): ExactPosterior | null {
  if (jointStates(network, evidence) > MOST_JOINT_STATES) return null;
  const { offsets, states } = network;
  const hidden = hiddenNodes(evidence);
  const marginals = new Float64Array(offsets[network.size]);
  const state = Int32Array.from(evidence);
  const depthOf = new Int32Array(network.size).fill(-1);
  hidden.forEach((node, depth) => {
    depthOf[node] = depth;
  });
  // A factor is known as soon as the last hidden node of its family has a state.
  const factorsAt: number[][] = [[], ...Array.from(hidden, () => [])];
  for (let i = 0; i < network.size; i++) {
    const deepest = network.parents[i].reduce((d, j) => Math.max(d, depthOf[j]), depthOf[i]);
    factorsAt[deepest + 1].push(i);
  }
  const known = (depth: number) => {
    let sum = 0;
    for (const i of factorsAt[depth]) sum += logFactor(network, i, state);
    return sum;
  };
  const base = known(0);
  // Weights relative to the largest so far, so that none is lost to underflow.
  let most = -Infinity;
  let total = 0;
  const visit = (depth: number, log: number): void => {
    if (log === -Infinity) return;
    if (depth === hidden.length) {
      if (log > most) {
        const scale = Math.exp(most - log);
        total *= scale;
        for (let at = 0; at < marginals.length; at++) marginals[at] *= scale;
        most = log;
      }
      const weight = Math.exp(log - most);
      total += weight;
      for (let h = 0; h < hidden.length; h++)
        marginals[offsets[hidden[h]] + state[hidden[h]]] += weight;
      return;
    }
    const node = hidden[depth];
    for (let s = 0; s < states[node]; s++) {
      state[node] = s;
      visit(depth + 1, log + known(depth + 1));
    }
  };
  visit(0, base);
  if (total > 0) {
    for (let at = 0; at < marginals.length; at++) marginals[at] /= total;
    for (let i = 0; i < network.size; i++)
      if (evidence[i] >= 0) marginals[offsets[i] + evidence[i]] = 1;
  }
  return { logEvidence: total > 0 ? most + Math.log(total) : -Infinity, marginals };
}
