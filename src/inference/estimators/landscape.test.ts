import { expect, it } from 'vitest';
import { gaussianMoments } from './gaussianMoments.ts';
import { cosine, elbo, quadratic, step } from './integrands.ts';
import { expectationsOver } from './landscape.ts';

const MEANS = [-1, 0.3, 2];
const SDS = [0.2, 1, 1.7];

it.each([
  { name: 'quadratic', f: quadratic(0.5), tolerance: 1e-3 },
  { name: 'cosine', f: cosine(2), tolerance: 1e-5 },
  { name: 'elbo', f: elbo(-0.5, 1), tolerance: 1e-3 },
  { name: 'step', f: step(0.4), tolerance: 0.03 },
])('is the exact expectation by row of deviations and column of means: $name', (of) => {
  const values = expectationsOver(of.f, MEANS, SDS);
  SDS.forEach((sd, row) => {
    MEANS.forEach((mean, column) => {
      const { value } = gaussianMoments({ mean, sd }, of.f, 'mean', 1);
      const error = Math.abs(values[row * MEANS.length + column] - value);
      expect(error, `mean ${mean}, deviation ${sd}`).toBeLessThan(of.tolerance);
    });
  });
});
