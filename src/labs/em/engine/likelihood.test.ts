import { expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { mixtureLogLikelihood } from './likelihood.ts';
import { densityOf } from './measures.ts';

const parameters = {
  weights: Float64Array.of(0.6, 0, 0.4),
  means: Float64Array.of(-1, 0, 9, 9, 2, 1),
  covariances: Float64Array.of(1, 0.4, 0.4, 2, 1, 0, 0, 1, 0.5, 0, 0, 0.5),
};
const values = Float32Array.of(-1, 0.5, 0.6, 0.4, 2, 1, 5, -4, 0.4, 0.8);
const density = { parameters, dimension: 2, logVolume: 0 };
const exact = densityOf(density, Float64Array.from(values));

it('is the exact one within 3 standard errors; a cluster without weight has no part in it', () => {
  for (let seed = 0; seed < 5; seed++) {
    const estimate = mixtureLogLikelihood(density, values, 400, createRandom(seed));
    expect(Math.abs(estimate.logLikelihood - exact)).toBeLessThan(3 * estimate.standardError);
    expect(estimate.effectiveSamples).toBeGreaterThan(300);
  }
});
