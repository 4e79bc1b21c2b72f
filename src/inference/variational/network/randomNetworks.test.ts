/** What must hold in any network, tried on many random ones. */
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../math/random.ts';
import { enumerate } from './enumeration.ts';
import { createNetworkGibbs, gibbsMarginals, sweepGibbs } from './gibbs.ts';
import {
  convergeMeanField,
  createNetworkMeanField,
  type NetworkMeanField,
  networkBound,
  updateNode,
} from './meanField.ts';
import { HIDDEN, hiddenNodes, logJoint, makeNetwork, type Network } from './network.ts';

/** Up to six nodes of two or three states, up to three parents each, in an order of their own. */
function randomNetwork(random: Random, zeros: boolean): Network {
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
function randomEvidence(network: Network, random: Random): Int32Array {
  const none = new Int32Array(network.size).fill(HIDDEN);
  const state = createNetworkGibbs(network, none, random)?.state ?? none;
  return Int32Array.from(state, (value) => (random.uniform() < 0.33 ? value : HIDDEN));
}

/** E_q[log p(x)] over the states of all hidden nodes but one, which has a given state. */
function expectedLogJoint(field: NetworkMeanField, node: number, fixed: number): number {
  const { network, evidence, marginals } = field;
  const hidden = [...hiddenNodes(evidence)].filter((i) => i !== node);
  const state = Int32Array.from(evidence);
  state[node] = fixed;
  const visit = (depth: number, weight: number): number => {
    if (depth === hidden.length) return weight * logJoint(network, state);
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

describe('mean field in random networks', () => {
  it('never lowers the bound at a node, and bound + KL is the log evidence', () => {
    const random = createRandom(11);
    let lowest = 0;
    let farthest = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const network = randomNetwork(random, trial % 4 === 0);
      const evidence = randomEvidence(network, random);
      const exact = enumerate(network, evidence);
      const field = createNetworkMeanField(network, evidence);
      let elbo = networkBound(field).elbo;
      for (let step = 0; step < 3 * network.size; step++) {
        updateNode(field, random.integer(network.size));
        const next = networkBound(field).elbo;
        if (elbo > -Infinity) lowest = Math.min(lowest, next - elbo);
        elbo = next;
      }
      const kl = klByEnumeration(field, exact?.logEvidence ?? Number.NaN);
      if (elbo > -Infinity)
        farthest = Math.max(farthest, Math.abs(elbo + kl - (exact?.logEvidence ?? 0)));
      else expect(kl).toBe(Infinity);
    }
    expect(lowest).toBeGreaterThan(-1e-10);
    expect(farthest).toBeLessThan(1e-9);
  });

  it('has messages that add up to the general update', () => {
    const random = createRandom(12);
    let farthest = 0;
    for (let trial = 0; trial < 300; trial++) {
      const network = randomNetwork(random, false);
      const evidence = randomEvidence(network, random);
      const hidden = hiddenNodes(evidence);
      if (hidden.length === 0) continue;
      const field = createNetworkMeanField(network, evidence);
      for (const i of hidden) if (random.uniform() < 0.7) updateNode(field, i);
      const node = hidden[random.integer(hidden.length)];
      const K = network.states[node];
      const logs = Array.from({ length: K }, (_, s) => expectedLogJoint(field, node, s));
      const most = Math.max(...logs);
      const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0);
      updateNode(field, node);
      logs.forEach((log, s) => {
        const general = Math.exp(log - most) / sum;
        const updated = field.marginals[network.offsets[node] + s];
        farthest = Math.max(farthest, Math.abs(updated - general));
      });
    }
    expect(farthest).toBeLessThan(1e-12);
  });

  it('does not hear of nodes outside the Markov blanket', () => {
    const random = createRandom(13);
    for (let trial = 0; trial < 200; trial++) {
      const network = randomNetwork(random, false);
      const evidence = new Int32Array(network.size).fill(HIDDEN);
      const node = random.integer(network.size);
      const [one, other] = [evidence, evidence].map((given) =>
        createNetworkMeanField(network, given),
      );
      for (let i = 0; i < network.size; i++)
        if (i !== node && !network.blankets[node].includes(i)) {
          const at = network.offsets[i];
          other.marginals.fill(0, at, at + network.states[i]);
          other.marginals[at] = 1;
        }
      for (const field of [one, other]) updateNode(field, node);
      const of = ({ marginals }: NetworkMeanField) => [
        ...marginals.subarray(network.offsets[node], network.offsets[node + 1]),
      ];
      expect(of(other)).toEqual(of(one));
    }
  });

  it('converges, and is exact where the posterior factorises', () => {
    const random = createRandom(14);
    for (let trial = 0; trial < 50; trial++) {
      const network = randomNetwork(random, false);
      // With all but one node observed there is nothing left to approximate.
      const state = randomEvidence(network, random);
      const all = createNetworkGibbs(network, state, random)?.state ?? state;
      const evidence = Int32Array.from(all);
      evidence[random.integer(network.size)] = HIDDEN;
      const field = createNetworkMeanField(network, evidence);
      convergeMeanField(field);
      const exact = enumerate(network, evidence);
      expect(networkBound(field).elbo).toBeCloseTo(exact?.logEvidence ?? Number.NaN, 10);
    }
  });
});

it('Gibbs comes to the exact marginals of random networks', () => {
  const random = createRandom(15);
  for (let trial = 0; trial < 6; trial++) {
    const network = randomNetwork(random, false);
    const evidence = randomEvidence(network, random);
    const gibbs = createNetworkGibbs(network, evidence, random);
    if (!gibbs) throw new Error('The evidence was drawn from the network.');
    for (let sweep = 0; sweep < 100_000; sweep++) sweepGibbs(gibbs, random);
    const marginals = gibbsMarginals(gibbs);
    const exact = enumerate(network, evidence)?.marginals ?? [];
    for (let i = 0; i < network.size; i++) {
      let variation = 0;
      for (let at = network.offsets[i]; at < network.offsets[i + 1]; at++)
        variation += Math.abs(marginals[at] - exact[at]) / 2;
      expect(variation).toBeLessThan(0.01);
    }
  }
});
