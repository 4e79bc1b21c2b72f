import { expect, it } from 'vitest';
import type { ColumnProfile } from '../../../../datasets/csv/table.ts';
import { histogram } from './histogram.ts';

const column = (values: readonly number[]): ColumnProfile => ({
  position: 0,
  name: 'x',
  kind: 'numbers',
  cells: values.map(String),
  values: Float64Array.from(values),
  bad: [],
  range: { low: Math.min(...values), high: Math.max(...values) },
  missing: 0,
  distinct: values.length,
  trait: null,
  example: '1.5',
});

it('counts in bins of equal width, the last of which holds the highest value', () => {
  const bars = histogram(column([0, 0, 0, 0, 8, 16, 16]));
  expect(bars).toHaveLength(16);
  expect([bars[0], bars[8], bars[15]]).toEqual([1, 0.25, 0.5]);
  expect(bars.reduce((sum, bar) => sum + bar, 0)).toBe(1.75);
});

it('leaves missing values out, and survives the largest range', () => {
  const whole = column([0, 1, 2]);
  const values = Float64Array.of(0, Number.NaN, 2);
  expect(histogram({ ...whole, values }).filter(Boolean)).toEqual([1, 1]);
  const bars = histogram(column([-1.7e308, 1.7e308]));
  expect([bars[0], bars[15]]).toEqual([1, 1]);
});

it('has no bars for a constant, and one for each of a few texts', () => {
  expect(histogram(column([3, 3]))).toEqual([]);
  const text = { ...column([1]), kind: 'text' as const, range: null, distinct: 2 };
  expect(histogram({ ...text, cells: ['a', 'b', '', 'a'] })).toEqual([1, 0.5]);
});
