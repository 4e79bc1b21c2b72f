import { describe, expect, it } from 'vitest';
import { delayed, delaysFor } from './delays.ts';
import type { OwnData } from './ownData.ts';
import { transformed } from './transform.ts';

const seriesOf = (columns: readonly string[], values: readonly number[]): OwnData => ({
  ...{ name: 'series', columns, rows: values.length / columns.length },
  ...{ values: Float64Array.from(values), labels: null },
});
const wave = (rows: number, period: number, slope = 0) =>
  seriesOf(
    ['a'],
    Array.from({ length: rows }, (_, t) => slope * t + Math.sin((2 * Math.PI * t) / period)),
  );

describe('delay coordinates', () => {
  it('show the present values first, then those before', () => {
    const { rows, columns, values } = delayed(seriesOf(['a', 'b'], [1, 10, 2, 20, 3, 30, 4, 40]), {
      ...{ count: 2, apart: 2 },
    });
    expect(rows).toBe(2);
    expect(columns).toEqual(['a', 'b', 'a, t − 2', 'b, t − 2']);
    expect([...values]).toEqual([3, 30, 1, 10, 4, 40, 2, 20]);
  });

  it('reach over one period, with a trend too, in at most twelve values', () => {
    expect(delaysFor(wave(200, 12))).toEqual({ count: 12, apart: 1 });
    expect(delaysFor(wave(200, 12, 0.05))).toEqual({ count: 12, apart: 1 });
    expect(delaysFor(wave(500, 30))).toEqual({ count: 10, apart: 3 });
  });

  it('are left out where a series has too few periods, none, gaps, or many columns', () => {
    expect(delaysFor(wave(80, 24))).toBeNull();
    expect(
      delaysFor(
        seriesOf(
          ['a'],
          Array.from({ length: 100 }, (_, t) => t ** 2),
        ),
      ),
    ).toBeNull();
    const holed = wave(200, 12);
    holed.values[3] = Number.NaN;
    expect(delaysFor(holed)).toBeNull();
    const { values } = wave(600, 36);
    expect(delaysFor(seriesOf(['a', 'b', 'c'], [...values]))).toBeNull();
  });
});

describe('a transformed series', () => {
  const growing = seriesOf(['sales'], [1, 10, 1000]);

  it('says in the names of its columns what its numbers are', () => {
    expect(transformed(growing, 'log')).toMatchObject({ columns: ['log₁₀ sales'], rows: 3 });
    expect([...transformed(growing, 'log').values]).toEqual([0, 1, 3]);
    const changes = transformed(growing, 'log-change');
    expect(changes).toMatchObject({ columns: ['change of log₁₀ sales'], rows: 2 });
    expect([...changes.values]).toEqual([1, 2]);
    expect([...transformed(growing, 'change').values]).toEqual([9, 990]);
    expect(transformed(growing, 'none').values).toBe(growing.values);
  });

  it('names a value that has no logarithm', () => {
    expect(() => transformed(seriesOf(['a', 'b'], [1, 2, 3, 0]), 'log')).toThrow(
      'Row 2 holds 0 in column "b"; logarithms need values above 0.',
    );
  });
});
