import { describe, expect, it } from 'vitest';
import { lightDirection, tempoDots } from '../../datasets/tempoDots.ts';
import { segmentationAccuracy } from '../../labs/shared/data/segmentation.ts';
import { adjustedRandIndex } from '../../math/adjustedRandIndex.ts';
import { createRandom } from '../../math/random.ts';
import { createChainWorkspace, forwardBackward } from '../hiddenMarkov/forwardBackward.ts';
import {
  autoregressiveLogPrior,
  createAutoregressiveHmm,
  createAutoregressiveScratch,
  fillAutoregressivePotentials,
  maximiseAutoregressiveHmm,
} from './autoregressiveHmm.ts';
import { AutoregressiveStart } from './autoregressiveStart.ts';

const LIGHTS = 12;

/** The dot as the lights show it, noise included, and the true state of each transition. */
function seen(pattern: 'two-tempo' | 'three-tempo', seed: number, noise: number, steps = 1500) {
  const settings = { pattern, pixels: LIGHTS, steps, dwell: 80, noise };
  const { values, labels } = tempoDots(settings, createRandom(seed));
  const path = new Float64Array(2 * steps);
  const length = (LIGHTS * 0.35 ** 2) / 2;
  for (let t = 0; t < steps; t++)
    for (let j = 0; j < LIGHTS; j++) {
      const direction = lightDirection(j, LIGHTS);
      for (const i of [0, 1])
        path[2 * t + i] += ((values[t * LIGHTS + j] - 0.5) * direction[i]) / length;
    }
  return { path, states: labels?.slice(1) ?? new Int32Array(0) };
}

const found = (responsibilities: Float64Array, K: number) =>
  Array.from({ length: responsibilities.length / K }, (_, t) => {
    const row = responsibilities.subarray(t * K, t * K + K);
    return row.indexOf(Math.max(...row));
  });

function run(path: Float64Array, states: number, seed: number) {
  const options = { dimension: 2, states, restarts: 6, dwell: 50 };
  const start = new AutoregressiveStart(path, options, createRandom(seed));
  while (!start.done) start.advance();
  return start;
}

describe('EM for autoregressive states', () => {
  it('never lets log-likelihood plus log-prior fall', () => {
    for (let seed = 0; seed < 5; seed++) {
      const { path } = seen('three-tempo', seed, 0.085, 300);
      const K = 3;
      const theta = createAutoregressiveHmm(2, K);
      const scratch = createAutoregressiveScratch(2, K);
      const prior = {
        mean: Float64Array.of(1, 0, 0, 0, 1, 0),
        precision: 0.7,
        scale: Float64Array.of(0.02, 0, 0, 0.02),
        ...{ degrees: 4, stays: 20, leaves: 1 },
      };
      const random = createRandom(seed);
      const steps = 299;
      const ws = createChainWorkspace(K, steps);
      ws.responsibilities.forEach((_, i) => {
        ws.responsibilities[i] = random.uniform();
      });
      ws.pairs.fill(1 / K ** 2);
      const input = {
        steps,
        logInitial: new Float64Array(K),
        logTransition: new Float64Array(K * K),
        logEmissions: new Float64Array(steps * K),
      };
      let last = Number.NEGATIVE_INFINITY;
      for (let round = 0; round < 30; round++) {
        maximiseAutoregressiveHmm(ws, steps, path, prior, scratch, theta);
        expect(fillAutoregressivePotentials(path, theta, scratch, input)).toBe(true);
        expect(forwardBackward(ws, input)).toEqual({ ok: true });
        const score = ws.logZ + autoregressiveLogPrior(theta, prior, scratch);
        expect(score, `seed ${seed}, round ${round}`).toBeGreaterThan(last - 1e-8);
        last = score;
      }
    }
  });
});

describe('the start of the states', () => {
  it.each([
    // What the lights show has an error of 0.1 in each coordinate; smoothed latents have less.
    ['two-tempo', 0.085, 0.96],
    ['two-tempo', 0.02, 0.985],
    ['three-tempo', 0.02, 0.95],
  ] as const)(
    'finds the tempos of a %s dot at noise %f from six seeds',
    (pattern, noise, least) => {
      const K = pattern === 'two-tempo' ? 2 : 3;
      for (let seed = 0; seed < 6; seed++) {
        const { path, states } = seen(pattern, seed, noise);
        const assigned = found(run(path, K, seed).best.responsibilities, K);
        expect(segmentationAccuracy(assigned, states, K, K), `seed ${seed}`).toBeGreaterThan(least);
      }
    },
  );

  it('bears gaps, a state alone, and repeats with its seed', () => {
    const { path, states } = seen('two-tempo', 1, 0.05);
    path.fill(Number.NaN, 400, 440);
    const start = run(path, 2, 3);
    expect(adjustedRandIndex(found(start.best.responsibilities, 2), states)).toBeGreaterThan(0.85);
    expect(run(path, 2, 3).best.responsibilities).toEqual(start.best.responsibilities);
    expect(run(path, 1, 3).best.responsibilities.every((share) => share === 1)).toBe(true);
  });
});
