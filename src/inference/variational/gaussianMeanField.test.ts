import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import {
  contractionPerSweep,
  factorisedFits,
  type GaussianTarget,
  gaussianMeanFieldKl,
  makeGaussianTarget,
  updateGaussianFactor,
} from './gaussianMeanField.ts';
import { autocorrelation, drawGaussianCoordinate, effectiveShare } from './gibbs.ts';
import golden from './golden/meanFieldGaussian.json' with { type: 'json' };

function targetOf(precision: readonly number[][], mean = precision.map(() => 0)): GaussianTarget {
  const target = makeGaussianTarget(mean, precision.flat());
  if ('ok' in target) throw new Error(target.what);
  return target;
}

describe('mean field on a Gaussian', () => {
  it.each(golden)('has the golden variances, gap and contraction', ({ precision, ...known }) => {
    const d = precision.length;
    const target = targetOf(precision, [...precision.keys()]);
    const { reverse, reverseVariances, forwardVariances } = factorisedFits(target);
    known.covariance.flat().forEach((entry, i) => {
      expect(target.covariance[i]).toBeCloseTo(entry, 12);
    });
    known.covariance.forEach((row, i) => {
      expect(forwardVariances[i]).toBeCloseTo(row[i], 12);
    });
    expect(reverse).toBeCloseTo(known.gap, 12);
    expect(contractionPerSweep(target)).toBeCloseTo(known.contractionPerSweep, 9);
    const q = { means: new Float64Array(d).fill(5), variances: new Float64Array(d).fill(2) };
    let kl = gaussianMeanFieldKl(target, q);
    for (let step = 0; step < 400; step++) {
      updateGaussianFactor(target, q, step % d);
      const next = gaussianMeanFieldKl(target, q);
      expect(next).toBeLessThanOrEqual(kl + 1e-12);
      kl = next;
    }
    expect(kl).toBeCloseTo(known.gap, 12);
    known.meanFieldVariance.forEach((variance, i) => {
      expect(q.variances[i]).toBeCloseTo(variance, 12);
      expect(reverseVariances[i]).toBeCloseTo(variance, 12);
      expect(q.means[i]).toBeCloseTo(i, 10);
    });
  });

  it('has both divergences equal to the mutual information in two dimensions', () => {
    const rho = 0.9;
    const scale = 1 / (1 - rho * rho);
    const { forward, reverse } = factorisedFits(
      targetOf([
        [scale, -rho * scale],
        [-rho * scale, scale],
      ]),
    );
    expect(forward).toBeCloseTo(0.8303656, 7);
    expect(reverse).toBeCloseTo(forward, 12);
  });

  it('names the pivot of a matrix that is no precision', () => {
    expect(makeGaussianTarget([0, 0], [1, 2, 2, 1])).toMatchObject({ ok: false, index: 1 });
  });

  it('contracts as Gibbs forgets', () => {
    const target = targetOf(golden[0].precision);
    const random = createRandom(3);
    const state = new Float64Array(2);
    const chain = Float64Array.from({ length: 40_000 }, () => {
      for (let i = 0; i < 2; i++) drawGaussianCoordinate(target, state, i, random);
      return state[0];
    });
    const lags = new Float64Array(2);
    autocorrelation(chain, chain.length, lags);
    expect(lags[0]).toBeCloseTo(1, 12);
    expect(Math.abs(lags[1] - contractionPerSweep(target))).toBeLessThan(0.02);
    expect(effectiveShare(0.5)).toBeCloseTo(1 / 3, 12);
  });
});
