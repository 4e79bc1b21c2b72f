import { expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { type EmSettings, emTable } from '../settings.ts';
import { EmEngine } from './engine.ts';

const SETTINGS = { ...defaultValues(emTable('em')), algorithm: 'soft-k-means' } as EmSettings;

function engineOf(settings: EmSettings): EmEngine {
  return new EmEngine({ settings, dataset: makePlanarDataset(settings, 1, null), seed: 1 });
}

const sureness = (confidence: Float32Array): number =>
  confidence.reduce((sum, share) => sum + share, 0) / confidence.length;

const snapshotOf = (engine: EmEngine) => engine.snapshot();

it('the width of soft k-means shares the points again at once, and an M-step is next', () => {
  const engine = engineOf(SETTINGS);
  for (let step = 0; step < 5; step++) engine.train();
  const before = snapshotOf(engine);
  engine.updateSettings({ ...SETTINGS, clusterWidth: 8 });
  const wide = snapshotOf(engine);
  expect(wide.klGap).toBe(0);
  expect(wide.nextHalf).toBe('m');
  expect(sureness(wide.confidence)).toBeLessThan(sureness(before.confidence) - 0.1);
  expect(wide.clusters.map(({ mean }) => mean)).toEqual(before.clusters.map(({ mean }) => mean));
  engine.updateSettings({ ...SETTINGS, clusterWidth: 0.5 });
  expect(sureness(snapshotOf(engine).confidence)).toBeGreaterThan(sureness(before.confidence));
  for (let step = 0; step < 20; step++) engine.train();
  expect(snapshotOf(engine).falls).toBe(0);
});

it('before the first E-step nothing is shared, and of k-means no assignment changes', () => {
  const fresh = engineOf(SETTINGS);
  fresh.updateSettings({ ...SETTINGS, clusterWidth: 8 });
  expect(snapshotOf(fresh)).toMatchObject({ nextHalf: 'e' });
  expect(new Set(snapshotOf(fresh).responsibilities).size).toBe(1);
  const hard = { ...SETTINGS, algorithm: 'k-means' } as const;
  const engine = engineOf(hard);
  for (let step = 0; step < 5; step++) engine.train();
  const { responsibilities } = snapshotOf(engine);
  engine.updateSettings({ ...hard, clusterWidth: 8 });
  expect(snapshotOf(engine).responsibilities).toEqual(responsibilities);
});
