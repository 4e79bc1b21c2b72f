import { expect, it } from 'vitest';
import { fileName } from './fileNames.ts';

it('says which run, and what of it', () => {
  const run = { lab: 'svae-gmm', seed: 3, step: 1000 };
  expect(fileName(run, 'data-space', 'svg')).toBe('svae-gmm-seed-3-step-1000-data-space.svg');
  expect(fileName(run, '', 'json')).toBe('svae-gmm-seed-3-step-1000.json');
});
