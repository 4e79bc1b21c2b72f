import { expect, it } from 'vitest';
import { ownPointsInWords } from './ownPointsInWords.ts';

it('counts points, columns and classes', () => {
  const own = { name: 'a.csv', rows: 1200, columns: ['x', 'y'], values: new Float64Array(0) };
  expect(ownPointsInWords({ ...own, labels: Int32Array.of(0, 1, -1) })).toBe(
    'a.csv: 1,200 points, 2 columns, 2 classes',
  );
  expect(ownPointsInWords({ ...own, labels: null })).toBe('a.csv: 1,200 points, 2 columns');
  expect(ownPointsInWords(null)).toContain('None yet');
});
