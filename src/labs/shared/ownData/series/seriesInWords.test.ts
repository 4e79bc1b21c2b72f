import { expect, it } from 'vitest';
import { seriesInWords } from './seriesInWords.ts';

it('says how long and wide a series is, and what is missing from it', () => {
  const series = { name: 'tide.csv', rows: 1200, columns: ['a'], labels: null };
  const values = new Float64Array(1200);
  expect(seriesInWords({ ...series, values })).toBe('tide.csv: 1,200 steps, 1 column');
  values[7] = Number.NaN;
  expect(seriesInWords({ ...series, values })).toBe(
    'tide.csv: 1,200 steps, 1 column, 1 value missing',
  );
});
