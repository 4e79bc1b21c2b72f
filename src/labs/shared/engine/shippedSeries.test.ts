import { describe, expect, it } from 'vitest';
import { stepText } from '../../../datasets/calendarText.ts';
import { delaysFor } from '../../../datasets/delays.ts';
import { loadSeries } from '../../../datasets/series/loadSeries.ts';
import { SHIPPED_SERIES } from '../../../datasets/series/shippedSeries.ts';
import { transformed } from '../../../datasets/transform.ts';
import { readShippedSeries } from './shippedSeries.ts';

const AS_SUITS = {
  ...({ windowSteps: 80, transform: 'auto', delays: 'auto', roomFor: 'training' } as const),
};

describe.each(SHIPPED_SERIES)('$label', (shipped) => {
  const { value, label, period, transform } = shipped;
  it('is small, and opens in its units, scaled for its decoder', async () => {
    const read = await loadSeries(shipped);
    expect(read.rows).toBeLessThanOrEqual(1500);
    expect(read.values.every(Number.isFinite)).toBe(true);
    const series = await readShippedSeries({ ...AS_SUITS, signal: value });
    expect(series).toMatchObject({ kind: 'sequence', name: label, truePeriod: period });
    // The decoder reaches all values, those held out too, although only the rows for training set its range.
    expect(series?.values.every((number) => number > 0 && number < 1)).toBe(true);
    expect((series?.rows ?? 0) - (series?.heldOutRows ?? 0)).toBeGreaterThanOrEqual(80);
  });

  it('has delays over about one period, or none', async () => {
    const own = transformed(await loadSeries(shipped), transform);
    const delays = delaysFor(own);
    if (!delays) return expect(['nile', 'rivers', 'pocket', 'walking']).toContain(value);
    expect(Math.abs((delays.count * delays.apart) / (period ?? 0) - 1)).toBeLessThan(0.12);
  });
});

it('knows its years, also where changes and delays use up rows', async () => {
  const nile = await readShippedSeries({ ...AS_SUITS, signal: 'nile' });
  expect(nile?.calendar).toEqual({ start: 1871, stepsPerYear: 1 });
  const passengers = await readShippedSeries({ ...AS_SUITS, signal: 'passengers' });
  if (!passengers?.calendar) throw new Error('no calendar');
  expect(stepText(passengers.calendar, passengers.rows - 1)).toBe('Dec 1960');
});

it('is scaled by its rows for training, or, in old links, with room for those held out', async () => {
  const rangeOf = async (roomFor: 'training' | 'all') => {
    const series = await readShippedSeries({ ...AS_SUITS, signal: 'sunspots', roomFor });
    if (!series) throw new Error('no series');
    const training = series.values.slice(0, (series.rows - series.heldOutRows) * series.dimension);
    return Math.max(...training) - Math.min(...training);
  };
  expect(await rangeOf('training')).toBeCloseTo(1 / 1.75, 5);
  // They lie .27 of the range beyond, and the margin was an eighth.
  expect(await rangeOf('all')).toBeCloseTo(1 / 1.79, 2);
});

it('names none where the signal is another one', () => {
  expect(readShippedSeries({ ...AS_SUITS, signal: 'own' })).toBeNull();
});
