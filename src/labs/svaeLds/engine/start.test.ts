import { beforeAll, expect, it } from 'vitest';
import type { OwnData } from '../../../datasets/ownData.ts';
import { createRandom } from '../../../math/random.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { squash } from '../../../networks/squash.ts';
import { defaultValues } from '../../../settings/values.ts';
import { largestEigenvalue } from '../../shared/engine/seriesNetworks.ts';
import { type SvaeLdsSettings, svaeLdsTable } from '../settings.ts';
import { startsFromData } from '../startsFromData.ts';
import { makeSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';
import { LdsGlobals } from './globals.ts';
import { networkStart } from './start.ts';

const defaults: SvaeLdsSettings = { ...defaultValues(svaeLdsTable), sequenceSteps: 1500 };

beforeAll(async () => {
  await activateBackend('wasm');
});

it('is plain for the dot unless it is asked for, and from the data where a plain one is faint', () => {
  expect(startsFromData(defaults)).toBe(false);
  expect(startsFromData({ ...defaults, start: 'data' })).toBe(true);
  expect(startsFromData({ ...defaults, hiddenLayers: 2 })).toBe(true);
  expect(startsFromData({ ...defaults, signal: 'own' })).toBe(true);
  expect(startsFromData({ ...defaults, activation: 'relu' })).toBe(true);
  expect(startsFromData({ ...defaults, hiddenLayers: 2, start: 'plain' })).toBe(false);
});

it('the decoder begins with a variance below the largest eigenvalue of the data', () => {
  const dataset = makeSvaeLdsDataset(defaults, 0, null);
  const training = { rows: dataset.rows, dimension: dataset.dimension, values: dataset.values };
  const eigenvalue = largestEigenvalue(training);
  const plain = networkStart(defaults, dataset, training, 0).shape;
  const startOf = (startTakes: SvaeLdsSettings['startTakes']) =>
    networkStart({ ...defaults, start: 'data', startTakes }, dataset, training, 0).shape;
  const begun = startOf('variance');
  expect(Math.exp(squash(plain.initialLogVariance))).toBeGreaterThan(eigenvalue);
  expect(Math.exp(squash(begun.initialLogVariance))).toBeCloseTo(0.3 * eigenvalue, 6);
  // With the period, the limits of the variance lie around that.
  const around = startOf('period');
  expect(around.logVarianceCentre).toBeCloseTo(Math.log(0.3 * eigenvalue), 6);
  expect(around.initialLogVariance).toBe(0);
});

it('the largest eigenvalue is that of the covariance of rows without gaps', () => {
  // Along (1, 1) / sqrt 2 with variance 2, across it with 0.5.
  const values = Float32Array.from([1, 1, -1, -1, 0.5, -0.5, -0.5, 0.5, Number.NaN, 9]);
  expect(largestEigenvalue({ rows: 5, dimension: 2, values })).toBeCloseTo(1, 6);
  expect(largestEigenvalue({ rows: 1, dimension: 2, values: values.subarray(8) })).toBe(0);
});

it('warns of a decoder whose variance stays above that eigenvalue, and of no other', () => {
  const random = createRandom(4);
  const values = Float64Array.from(
    { length: 300 },
    (_, t) => Math.sin((2 * Math.PI * t) / 24) + random.normal(),
  );
  const own: OwnData = { name: 'wave', rows: 300, columns: ['a'], values, labels: null };
  const warningsOf = (change: Partial<SvaeLdsSettings>, data: OwnData | null) => {
    const settings: SvaeLdsSettings = {
      ...{ ...defaults, windows: 2, latentDimension: 4, hiddenUnits: 20 },
      ...change,
    };
    const dataset = makeSvaeLdsDataset(settings, 0, data);
    const engine = new SvaeLdsEngine({ settings, dataset, seed: 0 });
    const kinds: string[] = [];
    while (engine.step < 100) {
      const outcome = engine.train();
      if (outcome.ok) kinds.push(...outcome.events.map(({ kind }) => kind));
    }
    engine.dispose();
    return kinds;
  };
  expect(warningsOf({ signal: 'own', start: 'plain' }, own)).toEqual(['collapse-risk']);
  expect(warningsOf({ signal: 'own' }, own)).toEqual([]);
  expect(warningsOf({}, null)).toEqual([]);
});

it('pairs of latents begin as rotations from fast to slow, of a valid posterior', () => {
  const globals = new LdsGlobals(7, { noiseScale: 0.02, transitionSpread: 0.5 });
  const natural = globals.turning(80, null);
  expect(globals.validate(natural).ok).toBe(true);
  const { eigenvalues } = globals.summary(natural);
  const periods = eigenvalues
    .filter(({ im }) => im > 0)
    .map(({ re, im }) => (2 * Math.PI) / Math.atan2(im, re))
    .sort((a, b) => a - b);
  expect(periods).toHaveLength(3);
  expect(periods[0]).toBeGreaterThan(5);
  expect(periods[2]).toBeLessThan(40);
  for (const { re, im } of eigenvalues) expect(Math.hypot(re, im)).toBeCloseTo(0.97, 6);
});

it('pairs of latents begin at the period of the data and its overtones', () => {
  const globals = new LdsGlobals(6, { noiseScale: 0.02, transitionSpread: 0.5 });
  const periodsOf = (season: number) =>
    globals
      .summary(globals.turning(80, season))
      .eigenvalues.filter(({ im }) => im > 0)
      .map(({ re, im }) => (2 * Math.PI) / Math.atan2(im, re))
      .sort((a, b) => b - a);
  periodsOf(24).forEach((period, k) => {
    expect(period).toBeCloseTo(24 / (k + 1), 6);
  });
  // An overtone of two steps or less is no rotation: the pair begins at another pace.
  expect(periodsOf(5).filter((period) => period < 2.2)).toEqual([]);
});

it.each([1, 2])('finds the period of a short series under noise, seed %i', (seed) => {
  const PERIOD = 12;
  const random = createRandom(seed);
  const values = Float64Array.from(
    { length: 120 },
    (_, t) => Math.sin((2 * Math.PI * t) / PERIOD) + 0.2 * random.normal(),
  );
  const own: OwnData = { name: 'wave', rows: 120, columns: ['a'], values, labels: null };
  const settings: SvaeLdsSettings = { ...defaults, signal: 'own', windowSteps: 40 };
  const engine = new SvaeLdsEngine({
    settings,
    dataset: makeSvaeLdsDataset(settings, seed, own),
    seed,
  });
  while (engine.step < 150) {
    const outcome = engine.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
  }
  const { period } = engine.measure();
  expect(Math.abs((period ?? 0) / PERIOD - 1)).toBeLessThan(0.03);
  engine.dispose();
});
