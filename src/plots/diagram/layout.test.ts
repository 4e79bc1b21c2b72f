import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gridOf } from './columns.ts';
import { layoutOf } from './layout.ts';
import { type PlateModel, symbolPieces } from './plateModel.ts';

const node = (id: string, kind: 'latent' | 'network' = 'latent') => ({
  ...{ id, kind, symbol: id, name: id },
});

const AUTOENCODER: PlateModel = {
  nodes: [node('x'), node('y'), node('decoder', 'network'), node('encoder', 'network')],
  edges: [
    { from: 'x', to: 'y', by: 'decoder' },
    { from: 'y', to: 'x', by: 'encoder', isInference: true },
  ],
  plates: [{ id: 'points', symbol: 'N', members: ['x', 'y'] }],
};

const CHAIN: PlateModel = {
  nodes: [node('a'), node('x1'), node('x2'), node('x3'), node('y1'), node('y2'), node('y3')],
  edges: [
    { to: 'x1', isNext: true },
    { from: 'x1', to: 'x2', isNext: true },
    { from: 'x2', to: 'x3', isNext: true },
    { from: 'x3', isNext: true },
    ...['1', '2', '3'].flatMap((step) => [
      { from: 'a', to: `x${step}` },
      { from: `x${step}`, to: `y${step}` },
    ]),
  ],
  plates: [],
};

it('puts children below their parents and steps in time side by side', () => {
  const grid = gridOf(CHAIN);
  const [a, x1, x2, x3, y2] = ['a', 'x1', 'x2', 'x3', 'y2'].map((id) => grid.get(id));
  expect([x1?.row, x3?.row]).toEqual([x2?.row, x2?.row]);
  expect([x2?.column, x3?.column]).toEqual([(x1?.column ?? 0) + 2, (x1?.column ?? 0) + 4]);
  expect(a).toEqual({ column: x2?.column, row: (x2?.row ?? 0) - 2 });
  expect(y2).toEqual({ column: x2?.column, row: (x2?.row ?? 0) + 2 });
});

it('puts steps in time side by side where nothing stands above them', () => {
  const edges = CHAIN.edges.filter(({ from }) => from !== 'a');
  const grid = gridOf({ ...CHAIN, nodes: CHAIN.nodes.slice(1), edges });
  expect(new Set(['x1', 'x2', 'x3'].map((id) => grid.get(id)?.row)).size).toBe(1);
});

it('puts a network halfway: of the model on the edge, of inference beside it', () => {
  const grid = gridOf(AUTOENCODER);
  const [x, y, decoder, encoder] = ['x', 'y', 'decoder', 'encoder'].map((id) => grid.get(id));
  expect(decoder).toEqual({ column: x?.column, row: ((x?.row ?? 0) + (y?.row ?? 0)) / 2 });
  expect(encoder?.row).toBe(decoder?.row);
  expect(encoder?.column).toBe((x?.column ?? 0) + 2);
});

it('frames the networks between members of a plate with them', () => {
  const { nodes, plates } = layoutOf(AUTOENCODER);
  const [{ x, y, width, height }] = plates;
  for (const inside of nodes) {
    expect(inside.x - inside.radius).toBeGreaterThan(x);
    expect(inside.x + inside.radius).toBeLessThan(x + width);
    expect(inside.y - inside.radius).toBeGreaterThan(y);
    expect(inside.y + inside.radius).toBeLessThan(y + height);
  }
});

it('puts a plate inside another one, and those without a common member next to each other', () => {
  const { plates } = layoutOf({
    nodes: [node('shares'), node('word_{dn}'), node('topic')],
    edges: [
      { from: 'shares', to: 'word_{dn}' },
      { from: 'topic', to: 'word_{dn}' },
    ],
    plates: [
      { id: 'documents', symbol: 'D', members: ['shares', 'word_{dn}'] },
      { id: 'words', symbol: 'N', members: ['word_{dn}'] },
      { id: 'topics', symbol: 'K', members: ['topic'] },
    ],
  });
  const [documents, words, topics] = ['documents', 'words', 'topics'].map((id) => {
    const plate = plates.find((its) => its.id === id);
    if (!plate) throw new Error(`There is no plate ${id}.`);
    const { x, y, width, height } = plate;
    return { left: x, right: x + width, top: y, bottom: y + height };
  });
  expect(words.left).toBeGreaterThan(documents.left);
  expect(words.right).toBeLessThan(documents.right);
  // Both counts are written in a corner of their own.
  expect(documents.bottom - words.bottom).toBeGreaterThan(15);
  expect(topics.left > documents.right || documents.left > topics.right).toBe(true);
});

it('refuses a model in which a node depends on itself', () => {
  const edges = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ];
  expect(() => gridOf({ nodes: [node('a'), node('b')], edges, plates: [] })).toThrow('cycle');
});

it('sets letters in italics, numbers and capital Greek letters upright', () => {
  const pieces = symbolPieces('Σ_k, x_{t−1}');
  expect(pieces.filter(({ isItalic }) => isItalic).map(({ text }) => text)).toEqual([
    'k',
    'x',
    't',
  ]);
  expect(pieces.filter(({ isLowered }) => isLowered).map(({ text }) => text)).toEqual([
    ...['k', 't', '−1'],
  ]);
});

it('finds room for any small model: children below parents, no node on another', () => {
  const NODES = ['a', 'b', 'c', 'd', 'e'];
  // Edges from earlier nodes to later ones: no cycles.
  const pairs = NODES.flatMap((from, index) => NODES.slice(index + 1).map((to) => ({ from, to })));
  fc.assert(
    fc.property(fc.subarray(pairs), (edges) => {
      const { nodes } = layoutOf({ nodes: NODES.map((id) => node(id)), edges, plates: [] });
      const yOf = (id: string): number => nodes.find((placed) => placed.id === id)?.y ?? Number.NaN;
      for (const { from, to } of edges) expect(yOf(to)).toBeGreaterThan(yOf(from));
      for (const [index, one] of nodes.entries())
        for (const other of nodes.slice(0, index))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * one.radius);
    }),
    { numRuns: 60 },
  );
});
