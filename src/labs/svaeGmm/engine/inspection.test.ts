import { afterAll, beforeAll, expect, it } from 'vitest';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { svaeGmmTable } from '../settings.ts';
import type { IterationInspection } from '../snapshot.ts';
import { SvaeGmmEngine } from './engine.ts';

const settings = { ...defaultValues(svaeGmmTable), pointsPerArm: 20, clusters: 4 };
let engine: SvaeGmmEngine;
let inspection: IterationInspection;

beforeAll(async () => {
  await activateBackend('wasm');
  engine = new SvaeGmmEngine({
    settings,
    dataset: makePlanarDataset(settings, 3, null),
    seed: 3,
  });
  for (let step = 0; step < 20; step++) engine.train();
  inspection = engine.inspect({ kind: 'iteration', row: 7 }) as IterationInspection;
});

afterAll(() => engine.dispose());

it('has q(x) of every sweep equal to the potential and the clusters taken together', () => {
  const [j1, j2] = inspection.potential.precision;
  const [h1, h2] = inspection.potential.linear;
  expect(inspection.sweeps.length).toBeGreaterThan(2);
  for (const { message, mean, covariance } of inspection.sweeps) {
    const [a, b, c, d] = message.precision;
    const [xx, xy, yx, yy] = covariance;
    expect((a + j1) * xx + b * yx).toBeCloseTo(1, 9);
    expect((a + j1) * xy + b * yy).toBeCloseTo(0, 9);
    expect(c * xx + (d + j2) * yx).toBeCloseTo(0, 9);
    expect(c * xy + (d + j2) * yy).toBeCloseTo(1, 9);
    expect(xx * (h1 + message.linear[0]) + xy * (h2 + message.linear[1])).toBeCloseTo(mean[0], 9);
    expect(yx * (h1 + message.linear[0]) + yy * (h2 + message.linear[1])).toBeCloseTo(mean[1], 9);
  }
});

it('starts uniform, and every sweep raises the surrogate objective', () => {
  expect(inspection.sweeps[0].responsibilities).toEqual([0.25, 0.25, 0.25, 0.25]);
  for (let sweep = 1; sweep < inspection.sweeps.length; sweep++) {
    expect(inspection.sweeps[sweep].objective).toBeGreaterThanOrEqual(
      inspection.sweeps[sweep - 1].objective - 1e-9,
    );
  }
});

it('moves the count of the cluster rho of the way to the points it is responsible for', () => {
  const { before, after, stepSize, expectedCount } = inspection.step;
  expect(after.count).toBeCloseTo(before.count + stepSize * (expectedCount - before.count), 9);
  expect(after.count).not.toBeCloseTo(before.count, 3);
});

it('looks at the learned clusters, whatever edits lie over them', () => {
  engine.setEdits([{ kind: 'moveCluster', cluster: 1, mean: [40, 40] }]);
  const edited = engine.inspect({ kind: 'iteration', row: 7 }) as IterationInspection;
  engine.setEdits([]);
  expect(edited.clusters).toEqual(inspection.clusters);
  expect(edited.sweeps).toEqual(inspection.sweeps);
});

it('arrives at the fixed point that the picture shows, also where there is another', () => {
  // From this seed the plain search leaves points between two clusters.
  const settings = { ...defaultValues(svaeGmmTable), thoroughSearch: false };
  const grown = new SvaeGmmEngine({
    settings,
    dataset: makePlanarDataset(settings, 1, null),
    seed: 1,
  });
  for (let step = 0; step < 1000; step++) grown.train();
  const { assignments, confidence } = grown.snapshot({ afresh: true });
  let remembered = 0;
  for (let row = 0; row < 100; row += 3) {
    const { start, sweeps, step } = grown.inspect({
      kind: 'iteration',
      row,
    }) as IterationInspection;
    if (start === 'remembered') remembered += 1;
    const last = sweeps[sweeps.length - 1].responsibilities;
    if (confidence[row] < 0.6) continue;
    expect(last.indexOf(Math.max(...last))).toBe(assignments[row]);
    expect(step.cluster).toBe(assignments[row]);
  }
  expect(remembered).toBeGreaterThan(0);
  grown.dispose();
});
