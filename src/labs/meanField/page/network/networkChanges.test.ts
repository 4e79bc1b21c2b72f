import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problemsOf } from '../../../../inference/variational/network/network.ts';
import { withShare } from '../../../shared/data/withShare.ts';
import type { EditedNode } from '../../networkEdits.ts';
import {
  addNode,
  addParent,
  addState,
  removeNode,
  removeParent,
  removeState,
  rowsOf,
  setProbability,
  statesInRow,
} from './networkChanges.ts';

const first = addNode([], [0.5, 0.5]);
const second = addNode(first.nodes, [0.2, 0.2]);
const third = addNode(second.nodes, [0.8, 0.8]);
const [a, b, c] = [first.id, second.id, third.id];

/** c given a and b, with a table that tells all rows apart. */
const family = (): EditedNode[] => {
  let nodes = addParent(addParent(third.nodes, c, a), c, b);
  [0.1, 0.2, 0.3, 0.4].forEach((p, row) => {
    nodes = setProbability(nodes, c, row, 1, p);
  });
  return nodes;
};
const tableOf = (nodes: readonly EditedNode[], id: number) =>
  rowsOf(nodes.find((node) => node.id === id) ?? nodes[0]).map((row) => row[1]);

it('adds parents whose states change the row, the last one first', () => {
  const nodes = family();
  const rows = [0, 1, 2, 3].map((row) => statesInRow(nodes, nodes[2], row).join(' '));
  expect(rows).toEqual(['no no', 'no yes', 'yes no', 'yes yes']);
  expect(tableOf(nodes, c)).toEqual([0.1, 0.2, 0.3, 0.4]);
});

it('takes the mean over a parent that goes', () => {
  expect(tableOf(removeParent(family(), c, a), c)).toEqual([0.2, 0.3]);
  expect(tableOf(removeParent(family(), c, b), c)).toEqual([0.15, 0.35]);
  expect(removeNode(family(), a).map(({ id }) => id)).toEqual([b, c]);
});

it('gives children rows for a new state of a parent, and takes them with it', () => {
  const more = addState(family(), a);
  expect(tableOf(more, c)).toEqual([0.1, 0.2, 0.3, 0.4, 0.3, 0.4]);
  expect(tableOf(addState(family(), b), c)).toEqual([0.1, 0.2, 0.2, 0.3, 0.4, 0.4]);
  expect(tableOf(removeState(more, a, 0), c)).toEqual([0.3, 0.4, 0.3, 0.4]);
});

it('keeps the proportions of the others', () => {
  expect(withShare([0.2, 0.2, 0.6], 2, 0.2)).toEqual([0.4, 0.4, 0.2]);
  expect(withShare([0, 1], 1, 0.3)).toEqual([0.7, 0.3]);
});

it('makes a network of a network, whatever is done to it', () => {
  const change = fc.record({
    what: fc.nat(6),
    node: fc.nat(),
    other: fc.nat(),
    value: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let nodes: readonly EditedNode[] = family();
      for (const { what, node, other, value } of changes) {
        const one = nodes[node % nodes.length];
        const two = nodes[other % nodes.length];
        // Arrows go from earlier to later nodes, so that there is no cycle.
        const isArrow = one.id < two.id;
        const has = two.parents.includes(one.id);
        if (what === 0 && nodes.length < 6) nodes = addNode(nodes, [value, value]).nodes;
        if (what === 1 && nodes.length > 1) nodes = removeNode(nodes, one.id);
        if (what === 2 && isArrow && !has) nodes = addParent(nodes, two.id, one.id);
        if (what === 3 && has) nodes = removeParent(nodes, two.id, one.id);
        if (what === 4 && one.states.length < 4) nodes = addState(nodes, one.id);
        if (what === 5 && one.states.length > 1)
          nodes = removeState(nodes, one.id, other % one.states.length);
        if (what === 6) {
          const row = other % rowsOf(one).length;
          nodes = setProbability(nodes, one.id, row, other % one.states.length, value);
        }
      }
      const indexed = nodes.map((node) => ({
        ...node,
        parents: node.parents.map((id) => nodes.findIndex((other) => other.id === id)),
      }));
      expect(problemsOf(indexed)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
