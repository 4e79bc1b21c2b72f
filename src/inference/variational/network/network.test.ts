import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import golden from '../golden/networks.json' with { type: 'json' };
import goldenSpins from '../golden/spins.json' with { type: 'json' };
import { enumerate, jointStates, MOST_JOINT_STATES } from './enumeration.ts';
import { createNetworkGibbs, gibbsMarginals, sweepGibbs } from './gibbs.ts';
import {
  convergeMeanField,
  createNetworkMeanField,
  networkBound,
  updateNode,
} from './meanField.ts';
import {
  findCycle,
  HIDDEN,
  hiddenNodes,
  logJoint,
  makeNetwork,
  type NetworkNode,
  noEvidence,
  problemOfEvidence,
  problemsOf,
} from './network.ts';
import { spinFixedPoint, spinNetwork } from './spins.ts';

/** A network of the golden file's form: binary nodes, tables by the digits of the parents. */
function nodesOf({ parents, table }: (typeof golden)[number]): NetworkNode[] {
  return parents.map((own, i) => ({
    name: `x${i}`,
    states: ['no', 'yes'],
    parents: own,
    table: Array.from({ length: 2 ** own.length }, (_, row) => {
      const key = own.length > 0 ? row.toString(2).padStart(own.length, '0') : '';
      const yes = (table[i] as Record<string, number>)[key];
      return [1 - yes, yes];
    }).flat(),
  }));
}

describe('golden networks', () => {
  it.each(golden)('has the numbers of $name given $evidence', (known) => {
    const network = makeNetwork(nodesOf(known));
    const evidence = noEvidence(network);
    for (const [node, state] of Object.entries(known.evidence)) evidence[Number(node)] = state;
    expect([...hiddenNodes(evidence)]).toEqual(known.hidden);
    const exact = enumerate(network, evidence);
    expect(exact?.logEvidence).toBeCloseTo(known.logEvidence, 12);
    known.hidden.forEach((i, h) => {
      expect(exact?.marginals[network.offsets[i] + 1]).toBeCloseTo(known.marginals[h], 12);
    });
    for (const { start, marginals, elbo } of known.meanField) {
      const field = createNetworkMeanField(network, evidence);
      known.hidden.forEach((i, h) => {
        field.marginals.set([1 - start[h], start[h]], network.offsets[i]);
      });
      convergeMeanField(field);
      expect(networkBound(field).elbo).toBeCloseTo(elbo, 10);
      known.hidden.forEach((i, h) => {
        expect(field.marginals[network.offsets[i] + 1]).toBeCloseTo(marginals[h], 9);
      });
    }
  });

  it.each(goldenSpins)('breaks the symmetry of two spins: $coupling', (known) => {
    const { nodes, evidence, offset } = spinNetwork(known.coupling);
    const network = makeNetwork(nodes);
    const given = Int32Array.from(evidence);
    const field = createNetworkMeanField(network, given);
    field.marginals.set([0.2, 0.8, 0.2, 0.8]);
    convergeMeanField(field);
    const magnetisation = field.marginals[1] - field.marginals[0];
    expect(magnetisation).toBeCloseTo(known.magnetisation, 9);
    expect(spinFixedPoint(known.coupling).magnetisation).toBeCloseTo(known.magnetisation, 12);
    expect(networkBound(field).elbo + offset).toBeCloseTo(known.elbo, 10);
    expect(spinFixedPoint(known.coupling).elbo).toBeCloseTo(known.elbo, 12);
    expect((enumerate(network, given)?.logEvidence ?? 0) + offset).toBeCloseTo(known.logZ, 10);
  });
});

describe('problems of networks', () => {
  const coin = (name: string): NetworkNode => ({
    name,
    states: ['no', 'yes'],
    parents: [],
    table: [0.5, 0.5],
  });
  const copy = (name: string, parent: number): NetworkNode => ({
    ...coin(name),
    parents: [parent],
    table: [1, 0, 0, 1],
  });

  it('are named', () => {
    const message = (nodes: NetworkNode[]) => problemsOf(nodes).map((problem) => problem.message);
    expect(message([coin('a'), copy('b', 0)])).toEqual([]);
    expect(message([copy('a', 1), copy('b', 0)])[0]).toContain('a → b → a');
    expect(message([{ ...coin('a'), states: [] }])[0]).toContain('a has no states');
    expect(message([coin('a'), copy('b', 7)])[0]).toContain('names 7 as a parent');
    expect(message([{ ...coin('a'), table: [0.5, 0.4] }])[0]).toContain('add up to 0.9');
    expect(message([coin('a'), { ...copy('b', 0), table: [1, 0, 1.5, -0.5] }])[0]).toContain(
      'in the row a = yes, state no has probability 1.5',
    );
    expect(() => makeNetwork([{ ...coin('a'), table: [1] }])).toThrow('expected 1 rows of 2');
    expect(findCycle([coin('a'), copy('b', 0)])).toBeNull();
  });

  it('include evidence that is impossible', () => {
    const network = makeNetwork([coin('a'), copy('b', 0), copy('c', 0)]);
    expect([...network.blankets[0]]).toEqual([1, 2]);
    const evidence = Int32Array.of(HIDDEN, 0, 1);
    expect(problemOfEvidence(network, evidence)).toBeNull();
    expect(problemOfEvidence(network, [HIDDEN, 0, 3])?.message).toContain('state 3');
    expect(enumerate(network, evidence)?.logEvidence).toBe(-Infinity);
    expect(createNetworkGibbs(network, evidence, createRandom(1))).toBeNull();
    const field = createNetworkMeanField(network, evidence);
    updateNode(field, 0);
    expect(networkBound(field).elbo).toBe(-Infinity);
  });
});

it('leaves enumeration out beyond sixteen hidden binary nodes', () => {
  const nodes = Array.from({ length: 17 }, (_, i) => ({
    name: `x${i}`,
    states: ['no', 'yes'],
    parents: [],
    table: [0.5, 0.5],
  }));
  const network = makeNetwork(nodes);
  expect(jointStates(network, noEvidence(network))).toBe(2 * MOST_JOINT_STATES);
  expect(enumerate(network, noEvidence(network))).toBeNull();
});

it('samples evidence in children too', () => {
  const network = makeNetwork(nodesOf(golden[1]));
  const evidence = Int32Array.of(HIDDEN, HIDDEN, HIDDEN, 1);
  const random = createRandom(7);
  const gibbs = createNetworkGibbs(network, evidence, random);
  if (!gibbs) throw new Error('The evidence is possible.');
  for (let sweep = 0; sweep < 20_000; sweep++) sweepGibbs(gibbs, random);
  const marginals = gibbsMarginals(network, evidence, gibbs);
  golden[1].marginals.forEach((known, i) => {
    expect(Math.abs(marginals[2 * i + 1] - known)).toBeLessThan(0.01);
  });
  expect(logJoint(network, gibbs.state)).toBeGreaterThan(-Infinity);
});
