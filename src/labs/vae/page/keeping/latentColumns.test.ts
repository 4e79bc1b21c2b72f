import { expect, it } from 'vitest';
import { latentColumns } from './latentColumns.ts';

it('posteriors are exported with their deviations, and classes as the page counts them', () => {
  const encoded = {
    rows: 2,
    latentDimension: 2,
    latents: Float32Array.of(1, 2, 3, 4),
    deviations: Float32Array.of(0.5, 0.25, 0.125, 1),
    rowKl: Float32Array.of(2, 3),
    rowGain: Float32Array.of(4, 5),
  };
  const columns = latentColumns(encoded, { labels: Int32Array.of(0, 1) });
  expect(columns.map(({ name }) => name)).toEqual([
    ...['label', 'mean 1', 'mean 2', 'deviation 1', 'deviation 2', 'KL', 'gain'],
  ]);
  expect(Array.from(columns[0].values)).toEqual([1, 2]);
  expect(Array.from(columns[2].values)).toEqual([2, 4]);
  expect(latentColumns(encoded, { labels: null })[0].name).toBe('mean 1');
});
