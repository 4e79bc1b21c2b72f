/** What must hold in any network, tried on many random ones. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { enumerate } from './enumeration.ts';
import { createNetworkGibbs } from './gibbs.ts';
import {
  convergeMeanField,
  createNetworkMeanField,
  type NetworkMeanField,
  networkBound,
  updateNode,
} from './meanField.ts';
import { HIDDEN, hiddenNodes, logJoint } from './network.ts';
import {
  boundsOfNetworks,
  gibbsVariation,
  randomEvidence,
  randomNetwork,
} from './randomNetworks.fixture.ts';

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

describe('mean field in random networks', () => {
  it('never lowers the bound at a node, and bound + KL is the log evidence', () => {
    const { fall, apart } = boundsOfNetworks(2000);
    expect(fall).toBeGreaterThan(-1e-10);
    expect(apart).toBeLessThan(1e-9);
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
  for (let trial = 0; trial < 6; trial++)
    expect(gibbsVariation(random, 100_000)).toBeLessThan(0.01);
});
