import { expect, it } from 'vitest';
import { PLAIN_VIEW } from '../../../store/view.ts';
import type { Dataset } from '../../engine.ts';
import { exports } from './exports.ts';

it('posteriors are exported with their deviations, and classes as the page counts them', () => {
  const encoded = {
    kind: 'vae',
    latentDimension: 2,
    latents: Float32Array.of(1, 2, 3, 4),
    deviations: Float32Array.of(0.5, 0.25, 0.125, 1),
    factors: null as Float32Array | null,
    rowKl: Float32Array.of(2, 3),
    rowGain: Float32Array.of(4, 5),
  };
  const lines = (labels: Int32Array | null) =>
    exports.tables[0].csv(encoded, { labels } as Dataset, { view: PLAIN_VIEW }).split('\r\n');
  expect(lines(Int32Array.of(0, 1))).toEqual([
    'label,mean 1,mean 2,deviation 1,deviation 2,KL,gain',
    '1,1,2,0.5,0.25,2,4',
    '2,3,4,0.125,1,3,5',
  ]);
  expect(lines(null)[0]).toBe('mean 1,mean 2,deviation 1,deviation 2,KL,gain');
  encoded.factors = Float32Array.of(0.5, 0, 0.125, Math.sqrt(0.046875), 0.125, 0, 0, 1);
  expect(lines(null).slice(0, 3)).toEqual([
    'mean 1,mean 2,deviation 1,deviation 2,correlation 1 2,KL,gain',
    '1,2,0.5,0.25,0.5,2,4',
    '3,4,0.125,1,0,3,5',
  ]);
});
