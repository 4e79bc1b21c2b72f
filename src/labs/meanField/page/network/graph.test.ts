import { expect, it } from 'vitest';
import type { EditedNode } from '../../networkEdits.ts';
import { boxOf, boxSizes, freePlace } from './graph.ts';

const nodeAt = (id: number, at: [number, number]): EditedNode => ({
  ...{ id, name: `Node ${id + 1}`, states: ['no', 'yes'], parents: [], table: [0.5, 0.5] },
  at,
});

/** As many nodes as are asked for, each where there is room. */
function added(count: number): readonly EditedNode[] {
  const nodes: EditedNode[] = [];
  for (let id = 0; id < count; id++)
    nodes.push(nodeAt(id, [...freePlace(nodes)] as [number, number]));
  return nodes;
}

function overlaps(nodes: readonly EditedNode[], width: number, height: number): number {
  const area = { left: 6, top: 24, width, height };
  const boxes = nodes.map((node) => boxOf(node, area, boxSizes(nodes, area)));
  return boxes.filter((one, i) =>
    boxes.some(
      (other, j) =>
        j < i &&
        Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
        Math.abs(one.y - other.y) < (one.height + other.height) / 2,
    ),
  ).length;
}

it.each([
  [10, 400, 330],
  [25, 400, 330],
  [60, 640, 460],
])('%i nodes in a lattice or added one by one keep off each other', (count, width, height) => {
  const across = Math.ceil(Math.sqrt(count));
  const lattice = Array.from({ length: count }, (_, id) =>
    nodeAt(id, [(id % across) / (across - 1), Math.floor(id / across) / (across - 1)]),
  );
  expect(overlaps(lattice, width, height)).toBe(0);
  expect(overlaps(added(count), width, height)).toBe(0);
});

it('gives each of 80 nodes a place of its own', () => {
  expect(new Set(added(80).map(({ at }) => at.join())).size).toBe(80);
});

it('keeps boxes as wide as before where there is room', () => {
  const nodes = Array.from({ length: 10 }, (_, id) => nodeAt(id, [id / 9, (id % 5) / 4]));
  expect(boxSizes(nodes, { left: 0, top: 0, width: 900, height: 500 })).toEqual({
    compact: true,
    width: 84,
  });
});
