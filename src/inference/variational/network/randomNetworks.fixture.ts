/** Random networks, and how far in them anything is from what must hold in any network. */
import { createRandom, type Random } from '../../../math/random.ts';
import { enumerate } from './enumeration.ts';
import { createNetworkGibbs, gibbsMarginals, sweepGibbs } from './gibbs.ts';
import {
  createNetworkMeanField,
  type NetworkMeanField,
  networkBound,
  updateNode,
} from './meanField.ts';
import { HIDDEN, hiddenNodes, logJoint, makeNetwork, type Network } from './network.ts';

/** Up to six nodes of two or three states, up to three parents each, in an order of their own. */
export function randomNetwork(random: Random, zeros: boolean): Network {
  const size = 2 + random.integer(5);
  const states = Array.from({ length: size }, () => 2 + random.integer(2));
  const rank = Array.from({ length: size }, () => random.uniform());
  return makeNetwork(
    states.map((K, i) => {
      const earlier = states.map((_, j) => j).filter((j) => rank[j] < rank[i]);
      const parents = earlier.filter(() => random.uniform() < 0.5).slice(0, 3);
      const rows = parents.reduce((product, j) => product * states[j], 1);
      const table = Array.from({ length: rows }, () => {
        const row = Array.from({ length: K }, () => 0.02 + random.uniform() ** 2);
        if (zeros && random.uniform() < 0.3) row[random.integer(K)] = 0;
        const sum = row.reduce((total, value) => total + value, 0);
        return row.map((value) => value / sum);
      }).flat();
      return { name: `x${i}`, states: Array.from({ length: K }, (_, s) => `${s}`), parents, table };
    }),
  );
}

/** About a third of the nodes, in states that are possible together. */
export function randomEvidence(network: Network, random: Random): Int32Array {
  const none = new Int32Array(network.size).fill(HIDDEN);
  const state = createNetworkGibbs(network, none, random)?.state ?? none;
  return Int32Array.from(state, (value) => (random.uniform() < 0.33 ? value : HIDDEN));
}

/** KL(q || p) by its definition, over all states. */
function klByEnumeration({ network, evidence, marginals }: NetworkMeanField, logEvidence: number) {
  const hidden = hiddenNodes(evidence);
  const state = Int32Array.from(evidence);
  const visit = (depth: number, weight: number): number => {
    if (weight === 0) return 0;
    if (depth === hidden.length)
      return weight * (Math.log(weight) - logJoint(network, state) + logEvidence);
    const i = hidden[depth];
    let sum = 0;
    for (let s = 0; s < network.states[i]; s++) {
      state[i] = s;
      sum += visit(depth + 1, weight * marginals[network.offsets[i] + s]);
    }
    return sum;
  };
  return visit(0, 1);
}

/**
 * Mean field, node by node, in so many random networks: by how much the bound falls at most with an
 * update (0 or below), and how far bound + KL is at most from the log evidence.
 *
 * @throws Error where the bound is infinite and the KL is not
 */
export function boundsOfNetworks(count: number): { readonly fall: number; readonly apart: number } {
  const random = createRandom(11);
  let [fall, apart] = [0, 0];
  for (let trial = 0; trial < count; trial++) {
    const network = randomNetwork(random, trial % 4 === 0);
    const evidence = randomEvidence(network, random);
    const logEvidence = enumerate(network, evidence)?.logEvidence ?? Number.NaN;
    const field = createNetworkMeanField(network, evidence);
    let elbo = networkBound(field).elbo;
    for (let step = 0; step < 3 * network.size; step++) {
      updateNode(field, random.integer(network.size));
      const next = networkBound(field).elbo;
      if (elbo > -Infinity) fall = Math.min(fall, next - elbo);
      elbo = next;
    }
    const kl = klByEnumeration(field, logEvidence);
    if (elbo > -Infinity) apart = Math.max(apart, Math.abs(elbo + kl - logEvidence));
    else if (kl !== Infinity) throw new Error(`The bound is ${elbo}, and the KL is ${kl}.`);
  }
  return { fall, apart };
}

/** Total variation between the marginals of Gibbs and the exact ones, of the worst node of a random network. */
export function gibbsVariation(random: Random, sweeps: number): number {
  const network = randomNetwork(random, false);
  const evidence = randomEvidence(network, random);
  const gibbs = createNetworkGibbs(network, evidence, random);
  if (!gibbs) throw new Error('The evidence was drawn from the network.');
  for (let sweep = 0; sweep < sweeps; sweep++) sweepGibbs(gibbs, random);
  const marginals = gibbsMarginals(network, evidence, gibbs);
  const exact = enumerate(network, evidence)?.marginals ?? [];
  let worst = 0;
  for (let i = 0; i < network.size; i++) {
    let variation = 0;
    for (let at = network.offsets[i]; at < network.offsets[i + 1]; at++)
      variation += Math.abs(marginals[at] - exact[at]) / 2;
    worst = Math.max(worst, variation);
  }
  return worst;
}
