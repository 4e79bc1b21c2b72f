import { expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import type { EmEdit } from '../edits.ts';
import { type EmSettings, emTable } from '../settings.ts';
import type { EmLandscape } from '../snapshot.ts';
import { EmEngine } from './engine.ts';

const SETTINGS = {
  ...defaultValues(emTable('bayesian-gmm')),
  clusters: 4,
  blobs: 4,
  meanStrength: 3,
} as EmSettings;

function trained(steps: number): EmEngine {
  const dataset = makePlanarDataset(SETTINGS, 2, null);
  const engine = new EmEngine({ settings: SETTINGS, dataset, seed: 2 });
  for (let step = 0; step < steps; step++) engine.train();
  return engine;
}

/** The bound with means where edits have put them: as q stands, and after another E-step. */
function boundsAt(edits: readonly EmEdit[]): readonly [number, number] {
  const engine = trained(3);
  engine.setEdits(edits);
  const before = engine.snapshot().freeEnergy;
  engine.bakeEdits();
  engine.updateSettings({ ...SETTINGS, stepKind: 'e' });
  engine.train();
  return [before, engine.snapshot().freeEnergy];
}

it.each([
  ['one mean', 0, 0, 1],
  ['two means', 0, 2, 1],
])('with priors the landscape over %s is that of the bound', (_, first, second, coordinate) => {
  const engine = trained(3);
  const means = engine.snapshot().clusters.map(({ mean }) => mean);
  const [x, y] = [means[first][0] + 2, means[second][coordinate] - 3];
  const { objective, freeEnergy } = engine.inspect({
    kind: 'landscape',
    x: { cluster: first, coordinate: 0 },
    y: { cluster: second, coordinate },
    xRange: [means[first][0], x],
    yRange: [means[second][coordinate], y],
    cells: 2,
  }) as EmLandscape;
  const put = means.map((mean) => [...mean]);
  put[first][0] = x;
  put[second][coordinate] = y;
  const edits = [...new Set([first, second])].map(
    (cluster): EmEdit => ({ kind: 'moveMean', cluster, mean: put[cluster] }),
  );
  const here = boundsAt([]);
  const there = boundsAt(edits);
  expect(freeEnergy[0]).toBeCloseTo(here[0], 5);
  expect(objective[0]).toBeCloseTo(here[1], 5);
  expect(freeEnergy[3]).toBeCloseTo(there[0], 5);
  expect(objective[3]).toBeCloseTo(there[1], 5);
});
