import { expect, it } from 'vitest';
import { spreadOf } from '../estimators/spread.ts';
import { particleRatios } from './particleFilter.fixture.ts';

it.each(['always', 'when-few'] as const)(
  'has the likelihood of the Kalman filter as its mean over 200 repeats, drawing again %s',
  (resampling) => {
    const { ratios, mean, meanError, effective } = particleRatios(200, resampling);
    expect(meanError).toBeLessThan(0.05);
    expect(Math.abs(mean - 1)).toBeLessThan(3 * meanError);
    // The log is low on average: Jensen.
    expect(spreadOf(ratios.map(Math.log)).mean).toBeLessThan(0);
    for (const size of effective) {
      expect(size).toBeGreaterThanOrEqual(1);
      expect(size).toBeLessThanOrEqual(200 + 1e-9);
    }
  },
);
