import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { spreadOf } from '../estimators/spread.ts';
import { importanceWeightedBound, weightTransform } from './exactBound.ts';
import { signalsAt, signalTransform } from './exactSignal.ts';
import {
  createWeightedDraws,
  decoderGradient,
  doublyReparameterisedGradient,
  reparameterisedGradient,
} from './gradients.ts';
import { type LinearGaussianDatum, logWeightAt, weightSlopeAt } from './linearGaussianDatum.ts';

const CASES: readonly (readonly [string, LinearGaussianDatum])[] = [
  ['q is off', { x: 1, priorMean: 0, q: { mean: 1, sd: Math.sqrt(2 / 3) } }],
  ['q is the prior', { x: 2, priorMean: 0, q: { mean: 0, sd: 1 } }],
  ['the weights have no second moment', { x: 2, priorMean: 0, q: { mean: 1.2, sd: 0.4 } }],
  ['q is wide and far away', { x: -2, priorMean: 0, q: { mean: 2, sd: 2 } }],
];

describe.each(CASES)('where %s', (_, datum) => {
  const transform = signalTransform(datum);

  it('means are the derivatives of the exact bound', () => {
    const h = 1e-3;
    for (const samples of [1, 2, 7, 100, 1000]) {
      const bound = (change: LinearGaussianDatum) =>
        importanceWeightedBound(weightTransform(change), samples);
      const ofQ = (by: number) => bound({ ...datum, q: { ...datum.q, mean: datum.q.mean + by } });
      const ofPrior = (by: number) => bound({ ...datum, priorMean: datum.priorMean + by });
      const { encoder, dreg, decoder } = signalsAt(transform, samples);
      expect(encoder.mean).toBeCloseTo((ofQ(h) - ofQ(-h)) / (2 * h), 5);
      expect(dreg.mean).toBeCloseTo(encoder.mean, 6);
      expect(decoder.mean).toBeCloseTo((ofPrior(h) - ofPrior(-h)) / (2 * h), 5);
    }
  });

  it('means and variances are those of sampled gradients, within four standard errors', () => {
    for (const samples of [1, 2, 10, 100]) {
      const draws = createWeightedDraws(samples);
      const scores = new Float64Array(samples);
      const random = createRandom(samples);
      const found = [0, 1, 2].map(() => new Float64Array(40_000 / Math.sqrt(samples)));
      for (let r = 0; r < found[0].length; r++) {
        for (let k = 0; k < samples; k++) {
          const e = random.normal();
          const z = datum.q.mean + datum.q.sd * e;
          draws.logWeights[k] = logWeightAt(datum, z);
          draws.slopes[k] = weightSlopeAt(datum, z);
          draws.paths[k] = 1;
          draws.scores[k] = e / datum.q.sd;
          scores[k] = z - datum.priorMean;
        }
        found[0][r] = reparameterisedGradient(draws);
        found[1][r] = doublyReparameterisedGradient(draws);
        found[2][r] = decoderGradient(draws, scores);
      }
      const { encoder, dreg, decoder } = signalsAt(transform, samples);
      [encoder, dreg, decoder].forEach((exact, i) => {
        const { mean, meanError, variance, varianceError } = spreadOf(found[i]);
        expect(Math.abs(mean - exact.mean)).toBeLessThan(4 * meanError);
        expect(Math.abs(variance - exact.variance)).toBeLessThan(4 * varianceError);
      });
    }
  });
});
