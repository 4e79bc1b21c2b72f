import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OwnData } from '../../../datasets/ownData.ts';
import { createRandom } from '../../../math/random.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import { type SvaeLdsSettings, svaeLdsTable } from '../settings.ts';
import { makeSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';

const PERIOD = 24;
const settings: SvaeLdsSettings = {
  ...defaultValues(svaeLdsTable),
  signal: 'own',
  latentDimension: 6,
  hiddenUnits: 20,
  windows: 6,
  windowSteps: 40,
};
const engines: SvaeLdsEngine[] = [];

/** Two waves of one period in four columns. */
function wave(rows: number, isMissing: (row: number, column: number) => boolean): OwnData {
  const columns = ['a', 'b', 'c', 'd'];
  const value = (row: number, column: number) =>
    Math.sin((2 * Math.PI * row) / PERIOD + column) +
    0.5 * Math.sin((4 * Math.PI * row) / PERIOD + 2 * column);
  const values = Float64Array.from({ length: rows * 4 }, (_, at) =>
    isMissing(Math.floor(at / 4), at % 4) ? Number.NaN : 20 + value(Math.floor(at / 4), at % 4),
  );
  return { name: 'wave', rows, columns, values, labels: null };
}

function trained(own: OwnData, steps: number): SvaeLdsEngine {
  const engine = new SvaeLdsEngine({
    settings,
    dataset: makeSvaeLdsDataset(settings, 1, own),
    seed: 1,
  });
  engines.push(engine);
  while (engine.step < steps) {
    const outcome = engine.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    expect(outcome.objective.localKl).toBeGreaterThan(0);
    expect(outcome.objective.total).not.toBeNaN();
  }
  return engine;
}

beforeAll(async () => {
  await activateBackend('wasm');
});

afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

const none = () => false;

describe('an own series with gaps', () => {
  // One row in ten, and a whole period once in training and once in what is held out.
  const random = createRandom(2);
  const single = new Set(Array.from({ length: 100 }, () => random.integer(1000)));
  const inGap = (row: number) => (row >= 300 && row < 324) || (row >= 830 && row < 854);
  const isMissing = (row: number, column: number) =>
    inGap(row) || (single.has(row) && column !== row % 4);
  const holed = wave(1000, isMissing);

  it('is learned from what is there, and bridged where there is nothing', () => {
    const engine = trained(holed, 150);
    const { data, prediction, latents, errors, steps } = engine.snapshot();
    expect(steps).toBe(200);
    expect(data.some(Number.isNaN)).toBe(true);
    expect(prediction.every(Number.isFinite)).toBe(true);
    expect(latents.every(Number.isFinite)).toBe(true);
    expect(errors.seen).toBeLessThan(0.01);
    expect(errors.ahead).toBeLessThan(0.02);
    const { period, forecastMse } = engine.measure();
    expect(Math.abs((period ?? 0) / PERIOD - 1)).toBeLessThan(0.01);
    // In own units: the waves have a variance of 0.6.
    expect(forecastMse.predictMean).toBeGreaterThan(0.4);
    expect(forecastMse.ahead50to100).toBeLessThan(0.1);
  });

  it('is learned from by the dynamics alone too', () => {
    const engine = trained(holed, 5);
    engine.updateSettings({ ...settings, trains: 'globals' });
    for (let step = 0; step < 3; step++) {
      const outcome = engine.train();
      expect(outcome.ok && outcome.objective.total).not.toBeNaN();
    }
    expect(engine.evaluate().total).not.toBeNaN();
  });
});

describe('an own series in its units', () => {
  it('has a bound that counts the unit of every value there is', () => {
    const isMissing = (row: number, column: number) => row % 10 === 3 && column === 1;
    const own = wave(200, isMissing);
    const inMilli = { ...own, values: own.values.map((value) => 1000 * value) };
    const [one, other] = [own, inMilli].map((data) => trained(data, 0).evaluate());
    // One value of forty is missing: nothing is said of it, in no unit.
    expect(one.total - other.total).toBeCloseTo(4 * (39 / 40) * Math.log(1000), 2);
    expect(one.localKl).toBeCloseTo(other.localKl, 3);
  });
});

describe('a short own series', () => {
  it('is shown with rows it trains on before those held out, and predicted in these alone', () => {
    const engine = trained(wave(100, none), 2);
    const { steps, firstRow, inputEnds } = engine.snapshot();
    expect({ steps, firstRow, inputEnds }).toEqual({ steps: 100, firstRow: 0, inputEnds: 80 });
    const { forecastMse } = engine.measure();
    expect(forecastMse.ahead1to20).toBeGreaterThan(0);
    expect(forecastMse.ahead50to100).toBeNull();
  });

  it('has all its measures from 500 rows on', () => {
    const engine = trained(wave(500, none), 2);
    const { firstRow, inputEnds } = engine.snapshot();
    expect({ firstRow, inputEnds }).toEqual({ firstRow: 300, inputEnds: 100 });
    expect(engine.measure().forecastMse.ahead50to100).toBeGreaterThan(0);
  });
});
