/**
 * Mean field in a discrete network as variational message passing: the new natural parameters of a
 * node are the sum of the messages from its Markov blanket (thesis 2.24 to 2.26),
 *
 *   log q(x_i) = E_q[log p(x_i | parents)] + sum over children c of E_q[log p(x_c | x_i, others)]
 *                + constant.
 *
 * A table may hold zeros. A state that meets a zero which q does not rule out is left; where all
 * states do, those with the least of it stay, as in the limit of a very small number for 0.
 */
import { HIDDEN, type Network } from './network.ts';

export interface NetworkMeanField {
  readonly network: Network;
  /** n, state of each node or HIDDEN. */
  readonly evidence: Int32Array;
  /** One number per state, from `network.offsets`: q(x_i); 1 at the state of a node with evidence. */
  readonly marginals: Float64Array;
  /**
   * Messages of the last update: first from the node's own table, then from each child's in the
   * order of `network.children`, each a log for every state of the node. Every child's message rests
   * on that child and on its other parents.
   */
  readonly messages: Float64Array;
  /** As the messages: the probability under q of a zero in that table, for every state. */
  readonly forbidden: Float64Array;
  /** Number of messages of the last update. */
  messageCount: number;
}

/**
 * All hidden nodes uniform. Evidence must fit the network (`problemOfEvidence`).
 */
export function createNetworkMeanField(network: Network, evidence: Int32Array): NetworkMeanField {
  const { size, states, offsets, children } = network;
  const marginals = new Float64Array(offsets[size]);
  for (let i = 0; i < size; i++)
    for (let s = 0; s < states[i]; s++)
      marginals[offsets[i] + s] =
        evidence[i] === HIDDEN ? 1 / states[i] : Number(s === evidence[i]);
  const mostMessages = Math.max(1, ...children.map((list, i) => (list.length + 1) * states[i]));
  return {
    network,
    evidence,
    marginals,
    messages: new Float64Array(mostMessages),
    forbidden: new Float64Array(mostMessages),
    messageCount: 0,
  };
}

/**
 * Updates q(x_i) in place from its messages, which stay in the workspace to be shown. A node with
 * evidence keeps its state.
 *
 * @returns the largest change of a probability
 */
export function updateNode(field: NetworkMeanField, i: number): number {
  const { network, evidence, marginals, messages, forbidden } = field;
  const { states, offsets, children } = network;
  const K = states[i];
  fillMessage(field, i, i, 0);
  children[i].forEach((child, c) => {
    fillMessage(field, child, i, (c + 1) * K);
  });
  field.messageCount = children[i].length + 1;
  if (evidence[i] !== HIDDEN) return 0;
  let least = Infinity;
  for (let s = 0; s < K; s++)
    least = Math.min(least, sumAlong(forbidden, s, K, field.messageCount));
  let most = -Infinity;
  for (let s = 0; s < K; s++)
    if (sumAlong(forbidden, s, K, field.messageCount) <= least + 1e-12)
      most = Math.max(most, sumAlong(messages, s, K, field.messageCount));
  let total = 0;
  for (let s = 0; s < K; s++)
    if (sumAlong(forbidden, s, K, field.messageCount) <= least + 1e-12)
      total += Math.exp(sumAlong(messages, s, K, field.messageCount) - most);
  let change = 0;
  for (let s = 0; s < K; s++) {
    const isLeft = sumAlong(forbidden, s, K, field.messageCount) > least + 1e-12;
    const share = isLeft
      ? 0
      : Math.exp(sumAlong(messages, s, K, field.messageCount) - most) / total;
    change = Math.max(change, Math.abs(share - marginals[offsets[i] + s]));
    marginals[offsets[i] + s] = share;
  }
  return change;
}

function sumAlong(values: Float64Array, first: number, stride: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[first + k * stride];
  return sum;
}

/**
 * E_q[log p(x_owner | its parents)] for every state of `node`, a member of that family, into
 * `messages` from `at`; zeros of the table count in `forbidden` instead.
 */
function fillMessage(field: NetworkMeanField, owner: number, node: number, at: number): void {
  const { network, marginals, messages, forbidden } = field;
  const { states, offsets, parents, strides, logTables } = network;
  const K = states[node];
  const family = parents[owner];
  const table = logTables[owner];
  messages.fill(0, at, at + K);
  forbidden.fill(0, at, at + K);
  for (let entry = 0; entry < table.length; entry++) {
    let weight = 1;
    let own = 0;
    for (let k = 0; k <= family.length; k++) {
      const member = k < family.length ? family[k] : owner;
      const state = Math.floor(entry / strides[owner][k]) % states[member];
      if (member === node) own = state;
      else weight *= marginals[offsets[member] + state];
    }
    if (weight === 0) continue;
    if (table[entry] === -Infinity) forbidden[at + own] += weight;
    else messages[at + own] += weight * table[entry];
  }
}

/** The bound in its two parts, in nats; -Infinity where q has mass on what a table rules out. */
export interface NetworkBound {
  readonly elbo: number;
  /** E_q[log p(x, evidence)] */
  readonly energy: number;
  readonly entropy: number;
}

export function networkBound({ network, marginals }: NetworkMeanField): NetworkBound {
  const { size, states, offsets, parents, strides, logTables } = network;
  let energy = 0;
  let entropy = 0;
  for (let i = 0; i < size; i++) {
    for (let s = 0; s < states[i]; s++) {
      const share = marginals[offsets[i] + s];
      if (share > 0) entropy -= share * Math.log(share);
    }
    for (let entry = 0; entry < logTables[i].length; entry++) {
      let weight = 1;
      for (let k = 0; k <= parents[i].length; k++) {
        const member = k < parents[i].length ? parents[i][k] : i;
        weight *= marginals[offsets[member] + (Math.floor(entry / strides[i][k]) % states[member])];
      }
      if (weight > 0) energy += weight * logTables[i][entry];
    }
  }
  return { elbo: energy + entropy, energy, entropy };
}

/**
 * Sweeps over the hidden nodes in the order of their indices until no probability changes by more
 * than the tolerance.
 *
 * @returns how many sweeps it took; `mostSweeps` where it has not converged
 */
export function convergeMeanField(
  field: NetworkMeanField,
  mostSweeps = 10_000,
  tolerance = 1e-13,
): number {
  for (let sweep = 1; sweep <= mostSweeps; sweep++) {
    let change = 0;
    for (let i = 0; i < field.network.size; i++)
      if (field.evidence[i] === HIDDEN) change = Math.max(change, updateNode(field, i));
    if (change <= tolerance) return sweep;
  }
  return mostSweeps;
}
