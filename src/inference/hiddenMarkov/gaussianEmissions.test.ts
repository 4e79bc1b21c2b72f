import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../math/random.ts';
import { createChainWorkspace, forwardBackward } from './forwardBackward.ts';
import {
  fillPotentials,
  type GaussianHmm,
  gaussianHmmBound,
  maximiseGaussianHmm,
} from './gaussianEmissions.ts';

const TRUE_MEANS = [-2, 0.5, 3];
const STAY = 0.9;

/** A series from three sticky states, some values missing. */
function series(steps: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const noise = new Float64Array(steps);
  fillNormal(random, noise);
  let state = 0;
  return noise.map((value, t) => {
    if (random.uniform() > STAY) state = (state + 1 + Math.floor(2 * random.uniform())) % 3;
    return t % 17 === 5 ? Number.NaN : TRUE_MEANS[state] + 0.4 * value;
  });
}

function start(means: readonly number[]): GaussianHmm {
  const K = means.length;
  const transition = new Float64Array(K * K).fill(0.2 / Math.max(1, K - 1));
  for (let k = 0; k < K; k++) transition[k * (K + 1)] = K === 1 ? 1 : 0.8;
  return {
    initial: new Float64Array(K).fill(1 / K),
    transition,
    means: Float64Array.from(means),
    variances: new Float64Array(K).fill(4),
  };
}

function boundOf(...state: Parameters<typeof gaussianHmmBound>): number {
  const { energy, entropy } = gaussianHmmBound(...state);
  return energy + entropy;
}

function learn(values: Float64Array, theta: GaussianHmm, iterations: number) {
  const K = theta.means.length;
  const ws = createChainWorkspace(K, values.length);
  const input = {
    steps: values.length,
    logInitial: new Float64Array(K),
    logTransition: new Float64Array(K * K),
    logEmissions: new Float64Array(values.length * K),
  };
  const bounds: number[] = [];
  const logZs: number[] = [];
  for (let i = 0; i < iterations; i++) {
    fillPotentials(values, theta, input);
    expect(forwardBackward(ws, input)).toEqual({ ok: true });
    logZs.push(ws.logZ);
    bounds.push(boundOf(ws, values, theta));
    maximiseGaussianHmm(ws, values, theta, 1e-4);
    bounds.push(boundOf(ws, values, theta));
  }
  return { ws, bounds, logZs };
}

describe('EM for Gaussian emissions', () => {
  it('never lets the bound fall, in either half of an iteration', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { bounds } = learn(series(150, seed), start([-1, 0, 1, 2]), 25);
      for (let i = 1; i < bounds.length; i++)
        expect(bounds[i], `seed ${seed}, half ${i}`).toBeGreaterThan(bounds[i - 1] - 1e-9);
    }
  });

  it('has a bound equal to the log-likelihood after each E-step, and below it otherwise', () => {
    const values = series(120, 3);
    const { bounds, logZs } = learn(values, start([-1, 0, 2]), 8);
    logZs.forEach((logZ, i) => {
      expect(bounds[2 * i]).toBeCloseTo(logZ, 8);
      if (i + 1 < logZs.length) expect(bounds[2 * i + 1]).toBeLessThanOrEqual(logZs[i + 1] + 1e-9);
    });
  });

  it('finds means, spreads and dwell times', () => {
    const theta = start([-1, 0, 2]);
    learn(series(2000, 5), theta, 60);
    TRUE_MEANS.forEach((mean, k) => {
      expect(theta.means[k]).toBeCloseTo(mean, 1);
      expect(Math.sqrt(theta.variances[k])).toBeCloseTo(0.4, 1);
      expect(theta.transition[k * 4]).toBeCloseTo(STAY, 1);
    });
  });

  it('is a single Gaussian with one state', () => {
    const values = series(200, 1);
    const theta = start([0]);
    const { logZs } = learn(values, theta, 2);
    const seen = values.filter((value) => !Number.isNaN(value));
    const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
    const variance = seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / seen.length;
    expect(theta.means[0]).toBeCloseTo(mean, 10);
    expect(theta.variances[0]).toBeCloseTo(variance, 10);
    expect(logZs[1]).toBeCloseTo((-seen.length * (Math.log(2 * Math.PI * variance) + 1)) / 2, 8);
  });

  it('keeps the variance of a state above its floor, and states without data as they are', () => {
    const values = Float64Array.of(1, 1, 1, 1, 1);
    const theta = start([1, 1e9]);
    learn(values, theta, 3);
    expect(theta.variances[0]).toBe(1e-4);
    expect(theta.means[1]).toBe(1e9);
    expect([...theta.transition].every(Number.isFinite)).toBe(true);
  });

  it('stays finite where probabilities of steps that never happen vanish', () => {
    const { bounds, logZs } = learn(series(100, 0), start([-2, 0.5, 3]), 600);
    expect(bounds.every(Number.isFinite)).toBe(true);
    expect(bounds[2 * 599]).toBeCloseTo(logZs[599], 9);
  });
});
