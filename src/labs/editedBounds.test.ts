/** What is true of the bound under edits in every lab that has some. */
import { beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../networks/backend.ts';
import { defaultValues, type Values } from '../settings/values.ts';
import { loadLab } from './registry.ts';

beforeAll(async () => {
  await activateBackend('cpu');
});

interface Case {
  readonly id: string;
  readonly settings: Values;
  /** Edits in words of the lab that make the model another one. */
  readonly edits: readonly unknown[];
  /** Edits that say what was learned anyway, given a snapshot. */
  readonly none: (snapshot: never) => readonly unknown[];
}

const mean = (snapshot: { readonly clusters: readonly { readonly mean: readonly number[] }[] }) =>
  snapshot.clusters[0].mean;

const CASES: readonly Case[] = [
  {
    id: 'svae-gmm',
    settings: { pointsPerArm: 20, clusters: 6 },
    edits: [
      { kind: 'moveCluster', cluster: 0, mean: [3, -2] },
      { kind: 'removeCluster', cluster: 1 },
    ],
    none: (snapshot) => [{ kind: 'moveCluster', cluster: 0, mean: mean(snapshot) }],
  },
  {
    id: 'svae-lds',
    settings: { sequenceSteps: 600, windowSteps: 20, windows: 4, latentDimension: 4 },
    edits: [
      { kind: 'setTransitionEntry', row: 0, column: 1, value: 0.7 },
      { kind: 'scaleLatent', latent: 0, factor: 0 },
    ],
    none: () => [
      { kind: 'scaleTransitionColumn', column: 0, factor: 1 },
      { kind: 'scaleLatent', latent: 0, factor: 1 },
      { kind: 'setInputEnd', step: 3 },
    ],
  },
  {
    id: 'em',
    settings: { algorithm: 'gmm', pointsPerArm: 20, stepKind: 'both' },
    edits: [{ kind: 'moveMean', cluster: 0, mean: [3, -2] }],
    none: (snapshot) => [{ kind: 'moveMean', cluster: 0, mean: mean(snapshot) }],
  },
];

describe.each(CASES)('the bound under edits of $id', async ({ id, settings: own, edits, none }) => {
  const { table, makeDataset, create, parseEdit } = await loadLab(id);
  const settings = { ...defaultValues(table), ...own };
  const start = () => create({ settings, seed: 1, dataset: makeDataset(settings, 1, null) });
  const trained = (steps = 30) => {
    const engine = start();
    for (let i = 0; i < steps; i++) engine.train();
    return engine;
  };

  it('is that of the learned model while there are none, to the bit, and again when cleared', () => {
    const engine = trained();
    const learned = engine.evaluate();
    expect(engine.evaluate('learned')).toEqual(learned);
    engine.setEdits?.(edits.map(parseEdit));
    engine.snapshot();
    const shown = engine.evaluate();
    expect(shown.total).toBeLessThan(learned.total - 0.01);
    expect(engine.evaluate('learned')).toEqual(learned);
    expect(engine.evaluate()).toEqual(shown);
    engine.setEdits?.([]);
    engine.snapshot();
    expect(engine.evaluate()).toEqual(learned);
    engine.dispose();
  });

  it('costs nothing where they say what was learned anyway', () => {
    const engine = trained();
    const learned = engine.evaluate();
    engine.setEdits?.(none(engine.snapshot().snapshot as never).map(parseEdit));
    expect(engine.evaluate().total).toBeCloseTo(learned.total, 6);
    engine.dispose();
  });

  it('is the same by whatever way one came to them, and in a model that was loaded', () => {
    const engine = trained();
    const far = edits.map(parseEdit);
    engine.setEdits?.(far.slice(0, 1));
    engine.snapshot();
    engine.setEdits?.(far);
    for (let i = 0; i < 3; i++) engine.snapshot();
    const loaded = start();
    loaded.load(structuredClone(engine.save()));
    loaded.setEdits?.(far);
    expect(loaded.evaluate()).toEqual(engine.evaluate());
    expect(loaded.evaluate('learned')).toEqual(engine.evaluate('learned'));
    engine.dispose();
    loaded.dispose();
  });

  it('changes no training when it is taken', () => {
    const [watched, left] = [start(), start()];
    for (let i = 0; i < 10; i++) {
      watched.train();
      watched.setEdits?.(i % 2 === 0 ? edits.map(parseEdit) : []);
      watched.evaluate();
      watched.evaluate('learned');
      left.train();
    }
    expect(watched.save()).toEqual(left.save());
    watched.dispose();
    left.dispose();
  });
});

it('says what a latent is worth to the decoder of the SVAE-LDS', async () => {
  const { table, makeDataset, create } = await loadLab('svae-lds');
  const settings = { ...defaultValues(table), ...CASES[1].settings };
  const engine = create({ settings, seed: 1, dataset: makeDataset(settings, 1, null) });
  for (let i = 0; i < 100; i++) engine.train();
  const learned = engine.evaluate();
  engine.setEdits?.([{ kind: 'scaleLatent', latent: 0, factor: 0 }]);
  const without = engine.evaluate();
  // Only the decoder is another: both KL terms stay.
  expect([without.localKl, without.globalKl]).toEqual([learned.localKl, learned.globalKl]);
  expect(without.total).toBeLessThan(learned.total);
  engine.dispose();
});
