import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { predictedMotion } from './predictedPeriod.ts';

const [STEPS, SEEN, SAMPLES, PERIOD] = [200, 60, 20, 26];

/** Samples of one column that turn at one pace; where they drift, they part at once. */
function samples(drift: number, noise = 0) {
  const random = createRandom(3);
  const decoded = new Float32Array(SAMPLES * STEPS);
  const mean = new Float32Array(STEPS);
  for (let s = 0; s < SAMPLES; s++) {
    let phase = 0;
    for (let t = 0; t < STEPS; t++) {
      phase += (2 * Math.PI) / PERIOD;
      // Samples part at once where the input ends, and keep their pace.
      if (t === SEEN) phase += 2 * Math.PI * drift * random.uniform();
      decoded[s * STEPS + t] = Math.sin(phase) + noise * random.normal();
      mean[t] += decoded[s * STEPS + t] / SAMPLES;
    }
  }
  return { decoded, mean };
}

/** Period at which a spectrum is highest. */
const highest = ({ periods, power }: ReturnType<typeof predictedMotion>['spectrum']) =>
  periods[power.indexOf(Math.max(...power))];

const ONE = { dimension: 1 };

describe('the motion of a prediction', () => {
  it('has a period and a spectrum of the same samples, although their mean has none', () => {
    const { period, spectrum } = predictedMotion(samples(1), STEPS, SEEN, ONE);
    expect(period).toBeCloseTo(PERIOD, 0);
    expect(Math.abs(highest(spectrum) / PERIOD - 1)).toBeLessThan(0.08);
    const faded = { ...samples(1), decoded: new Float32Array(SAMPLES * STEPS) };
    // The power of samples does not fade with their mean.
    const ofMean = predictedMotion(faded, STEPS, SEEN, ONE).spectrum;
    expect(Math.max(...spectrum.power)).toBeGreaterThan(100 * Math.max(...ofMean.power));
  });

  it('is that of the mean, both of it, where samples are too noisy to repeat themselves', () => {
    const noisy = samples(0, 1.6);
    const { period, spectrum } = predictedMotion(noisy, STEPS, SEEN, ONE);
    expect(period).toBeCloseTo(PERIOD, 0);
    const mean = { decoded: noisy.mean, mean: noisy.mean };
    expect(spectrum).toEqual(predictedMotion(mean, STEPS, SEEN, ONE).spectrum);
  });

  it('is measured from where the input ends, unless too few steps are left', () => {
    expect(predictedMotion(samples(0), STEPS, SEEN, ONE).spectrum.periods[0]).toBeLessThanOrEqual(
      140,
    );
    const all = predictedMotion(samples(0), STEPS, STEPS - 10, ONE).spectrum.periods[0];
    expect(all).toBeGreaterThan(140);
  });
});
