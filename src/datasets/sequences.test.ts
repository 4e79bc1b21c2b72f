import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { toOwn } from './columnUnits.ts';
import { BOUNCING_DOT, type DotMotion, movingDots, renderDots } from './movingDots.ts';
import type { OwnData } from './ownData.ts';
import { ownSeries } from './ownSeries.ts';

const motions: readonly DotMotion[] = ['bouncing', 'two-dots', 'changing-speed', 'sine'];

describe.each(motions)('moving dots: %s', (motion) => {
  const settings = { ...BOUNCING_DOT, motion, steps: 600 };
  const dataset = movingDots(settings, createRandom(3));
  const clean = dataset.clean ?? new Float32Array(0);

  it('keeps the clean signal beside the noisy one, and holds the last stretch back', () => {
    expect(dataset).toMatchObject({ rows: 600, dimension: 12, labels: null });
    expect(dataset.heldOutRows).toBe(120);
    let squared = 0;
    dataset.values.forEach((value, i) => {
      squared += (value - clean[i]) ** 2 / clean.length;
    });
    expect(Math.sqrt(squared)).toBeCloseTo(0.1, 2);
    expect(Math.max(...clean)).toBeLessThanOrEqual(1);
    expect(Math.min(...clean)).toBeGreaterThanOrEqual(0);
  });

  it('repeats after its true period', () => {
    const roundTrips = motion === 'two-dots' || motion === 'changing-speed' ? 2 : 1;
    expect(dataset.truePeriod).toBeCloseTo((roundTrips * 80) / 3, 10);
    // Six round trips are 160 whole steps.
    const later = renderDots(settings, 160, 100);
    later.forEach((value, i) => {
      expect(value).toBeCloseTo(clean[i], 5);
    });
    expect(renderDots(settings, 7, 3)).toEqual(clean.slice(7 * 12, 10 * 12));
  });

  it('repeats with its seed and differs with another', () => {
    expect(movingDots(settings, createRandom(3))).toEqual(dataset);
    expect(movingDots(settings, createRandom(4)).values).not.toEqual(dataset.values);
  });
});

it('renders a dot at the wall and in the middle as a Gaussian of the render width', () => {
  const pixels = renderDots({ ...BOUNCING_DOT, pixels: 3, speed: 5 }, 0, 3);
  const wide = Math.exp(-1 / (2 * 0.2 ** 2));
  const far = Math.exp(-4 / (2 * 0.2 ** 2));
  [1, wide, far, wide, 1, wide, far, wide, 1].forEach((value, i) => {
    expect(pixels[i]).toBeCloseTo(value, 6);
  });
});

describe('own series', () => {
  const series = (columns: string[], values: number[]): OwnData => ({
    name: 'mine',
    rows: values.length / columns.length,
    columns,
    values: Float64Array.from(values),
    labels: null,
  });
  const scaling = (windowSteps: number) => ({ windowSteps, standardise: false, reach: 0.125 });
  const rising = Array.from({ length: 20 }, (_, i) => [i, 5 + 2 * i]).flat();

  it('is scaled to what a sigmoid can reach, and back by its units', () => {
    const own = series(['a', 'b'], rising);
    const { values, units, ...others } = ownSeries(own, scaling(10));
    // The last 4 of 20 rows are held out: they have no say in the scale.
    expect(Math.min(...values)).toBeCloseTo(0.1, 6);
    expect(Math.max(...values.subarray(0, 32))).toBeCloseTo(0.9, 6);
    expect(Math.max(...values)).toBeGreaterThan(1);
    expect(others).toMatchObject({ clean: null, heldOutRows: 4, truePeriod: null });
    values.forEach((value, i) => {
      expect(toOwn(units[i % 2], value)).toBeCloseTo(own.values[i], 4);
    });
    expect(ownSeries(series(['a'], rising), scaling(10)).dimension).toBe(1);
  });

  it('says what is wrong with one that cannot be used', () => {
    const problem =
      (own: OwnData, window = 10) =>
      () =>
        ownSeries(own, scaling(window));
    expect(problem(series(['a', 'b'], rising), 17)).toThrow(/20 rows.*window of 17 steps/);
    expect(problem(series(['a'], new Array(30).fill(2)))).toThrow(/are the same/);
    expect(problem(series(['a'], [...rising, Infinity]))).toThrow(/Infinity in row 41, column "a"/);
    const late = rising.map((value, at) => (at < 32 ? 3 : value));
    expect(problem(series(['a', 'b'], late))).toThrow(/All values of the 16 rows for training/);
    expect(problem(series(['a'], [1e308, -1e308, ...rising]))).toThrow(/too large/);
    const far = rising.map((value, at) => (at === 39 ? -1e200 : value));
    expect(problem(series(['a', 'b'], far))).toThrow(/Row 20 of the series holds -1e\+200/);
    expect(problem(series([], []))).toThrow(/at least 1 column/);
    expect(problem({ ...series(['a'], rising), rows: 7 })).toThrow(/7 rows of 1 columns need 7/);
  });

  it('keeps gaps, unless there are more of them than values to learn from', () => {
    const holed = rising.map((value, at) => (at === 3 || at === 8 ? Number.NaN : value));
    const { values, units } = ownSeries(series(['a', 'b'], holed), scaling(10));
    const whole = ownSeries(series(['a', 'b'], rising), scaling(10));
    expect(units).toEqual(whole.units);
    expect(values).toEqual(
      whole.values.map((value, at) => (at === 3 || at === 8 ? Number.NaN : value)),
    );
    const from = (first: number) => rising.map((value, at) => (at < first ? value : Number.NaN));
    expect(() => ownSeries(series(['a', 'b'], from(19)), scaling(10))).toThrow(
      /in 11 of 20 rows; at most half/,
    );
    const none = rising.map((value, at) => (at % 2 === 1 ? Number.NaN : value));
    expect(() => ownSeries(series(['a', 'b'], none), scaling(10))).toThrow(
      /"b" has no value at all/,
    );
  });
});
