/** Figures of own data are those of the data in their own units, however they are scaled for the model. */
import { describe, expect, it } from 'vitest';
import type { OwnData } from '../../../datasets/ownData.ts';
import { createRandom } from '../../../math/random.ts';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { emEditFromOwn, parseEmEdit } from '../edits.ts';
import { plainEmSnapshot } from '../plain.ts';
import { type EmSettings, emTable } from '../settings.ts';
import type { EmPointInspection } from '../snapshot.ts';
import { EmEngine } from './engine.ts';

/** Two groups that only the second column tells apart; the first is a million times as wide. */
function readings(rows = 60): OwnData {
  const random = createRandom(3);
  const values = Array.from({ length: rows }, (_, row) => [
    1.6e12 + 1.1e6 * random.uniform(),
    (row % 2 === 0 ? 10 : 20) + 0.5 * random.normal(),
  ]);
  return {
    name: 'readings.csv',
    rows,
    columns: ['t_ms', 'reading'],
    values: Float64Array.from(values.flat()),
    labels: Int32Array.from({ length: rows }, (_, row) => row % 2),
  };
}

function fitted(change: Partial<EmSettings>, own = readings()) {
  const defaults = defaultValues(emTable('gmm')) as EmSettings;
  const settings: EmSettings = { ...defaults, dataset: 'own', clusters: 2, ...change };
  const dataset = makePlanarDataset(settings, 0, own);
  const engine = new EmEngine({ settings, dataset, seed: 0 });
  for (let step = 0; step < 60; step++) engine.train();
  const snapshot = plainEmSnapshot(engine.snapshot(), dataset);
  return { engine, dataset, snapshot };
}

/** Mean log-density of the raw rows under a mixture of the plane, by the formula. */
function logLikelihoodOf(
  own: OwnData,
  clusters: ReturnType<typeof fitted>['snapshot']['clusters'],
) {
  let sum = 0;
  for (let row = 0; row < own.rows; row++) {
    const [x, y] = own.values.subarray(2 * row, 2 * row + 2);
    let density = 0;
    for (const { weight, mean, covariance } of clusters) {
      const [[a, b], [, c]] = covariance;
      const determinant = a * c - b * b;
      const [dx, dy] = [x - mean[0], y - mean[1]];
      const square = (c * dx * dx - 2 * b * dx * dy + a * dy * dy) / determinant;
      density += (weight * Math.exp(-square / 2)) / (2 * Math.PI * Math.sqrt(determinant));
    }
    sum += Math.log(density) / own.rows;
  }
  return sum;
}

describe('own points of very different scale', () => {
  it.each([
    { standardise: true, algorithm: 'gmm' },
    { standardise: true, algorithm: 'soft-k-means' },
    { standardise: false, algorithm: 'gmm' },
  ] as const)('have the log-likelihood of the raw rows: %o', (change) => {
    const own = readings();
    const { snapshot, engine } = fitted(change, own);
    const raw = logLikelihoodOf(own, snapshot.clusters);
    expect(snapshot.logLikelihood).toBeCloseTo(raw, 4);
    // At the posterior, energy and entropy add up to it; so does the bound that charts show.
    expect(snapshot.freeEnergy).toBeCloseTo(raw, 3);
    expect(engine.evaluate().total).toBeCloseTo(raw, 3);
    const { logEvidence } = engine.inspect({ kind: 'point', row: 0 }) as EmPointInspection;
    expect(logEvidence).toBeCloseTo(logLikelihoodOf({ ...own, rows: 1 }, snapshot.clusters), 4);
  });

  it('show two groups when they are standardised, and none otherwise', () => {
    const agreement = (standardise: boolean) => {
      const { snapshot, dataset } = fitted({ standardise, algorithm: 'k-means' });
      const same = snapshot.assignments.filter((k, row) => k === dataset.labels?.[row]).length;
      return Math.abs(2 * same - dataset.rows) / dataset.rows;
    };
    expect(agreement(true)).toBe(1);
    expect(agreement(false)).toBeLessThan(0.4);
  });

  it('keep their numbers: rows exactly, means and distances in their units', () => {
    const own = readings();
    const { snapshot } = fitted({ standardise: true }, own);
    expect(snapshot.data.flat()).toEqual(Array.from(own.values));
    const levels = snapshot.clusters.map(({ mean }) => mean[1]).sort((a, b) => a - b);
    expect(levels[0]).toBeCloseTo(10, 0);
    expect(levels[1]).toBeCloseTo(20, 0);
    for (const { covariance } of snapshot.clusters) {
      expect(Math.sqrt(covariance[1][1])).toBeGreaterThan(0.3);
      expect(Math.sqrt(covariance[1][1])).toBeLessThan(0.7);
      expect(Math.sqrt(covariance[0][0])).toBeGreaterThan(2e5);
    }
  });

  it('take edits of scripts in their units', () => {
    const { engine, dataset } = fitted({ standardise: true });
    const edit = { kind: 'moveMean', cluster: 1, mean: [1.6e12 + 2e5, 15] };
    engine.setEdits([parseEmEdit(emEditFromOwn(edit, dataset.units))]);
    const [, { mean }] = plainEmSnapshot(engine.snapshot(), dataset).clusters;
    expect(mean[0]).toBeCloseTo(1.6e12 + 2e5, 1);
    expect(mean[1]).toBeCloseTo(15, 9);
    expect(() => parseEmEdit(emEditFromOwn({ ...edit, mean: 'far' }, dataset.units))).toThrow();
  });

  it('measure distances in standard deviations, or in their units where there is one scale', () => {
    const distortion = (standardise: boolean) => {
      const { engine, dataset } = fitted({ standardise, algorithm: 'k-means', clusters: 1 });
      return [engine.snapshot().distortion, dataset.distance.unit] as const;
    };
    // The spread about the common mean: one variance of 1 for each column.
    expect(distortion(true)[0]).toBeCloseTo(2, 5);
    expect(distortion(true)[1]).toBe('standard deviations');
    const { values, rows } = readings();
    const mean = values.reduce((sum, t, at) => (at % 2 === 0 ? sum + t / rows : sum), 0);
    const variance = values.reduce(
      (sum, t, at) => (at % 2 === 0 ? sum + (t - mean) ** 2 / rows : sum),
      0,
    );
    expect(distortion(false)[0] / variance).toBeCloseTo(1, 6);
    expect(distortion(false)[1]).toBe('own units');
  });

  it.each(['k-means', 'bayesian-gmm'] as const)(
    'have a bound that follows their units, %s, whatever their model is',
    (algorithm) => {
      const own = readings();
      const inMilli = { ...own, values: own.values.map((value) => 1000 * value) };
      const [one, other] = [own, inMilli].map((data) => fitted({ algorithm }, data).engine);
      expect(one.evaluate().total - other.evaluate().total).toBeCloseTo(2 * Math.log(1000), 3);
    },
  );
});
