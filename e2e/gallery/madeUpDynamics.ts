import { randomLcg, randomNormal } from 'd3';
import type { Turn } from '../../src/plots/dial/eigenvalues.ts';

/** Made-up results of a trained SVAE-LDS, for looking at its pictures without one. */
export const STEPS = 200;
export const PIXELS = 12;
export const PERIOD = 26.67;

/** Modes of the made-up system: three pairs, and reals for what is left. */
const PAIRS = [
  { period: PERIOD, radius: 0.999 },
  { period: PERIOD / 2, radius: 0.985 },
  { period: 7.3, radius: 0.86 },
];
const REALS = [0.93, 0.61, -0.34, 0.12];

/** A dot of width 0.2 that bounces between the ends of a line: T x P, in [0, 1]. */
export function bouncingDot(period: number, noise: number, steps = STEPS): Float32Array {
  const normal = randomNormal.source(randomLcg(0.3))(0, 1);
  const values = new Float32Array(steps * PIXELS);
  for (let t = 0; t < steps; t++) {
    const phase = (t / period) % 1;
    const place = phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase;
    for (let p = 0; p < PIXELS; p++) {
      const distance = place - (2 * p) / (PIXELS - 1) + 1;
      const value = Math.exp(-0.5 * (distance / 0.2) ** 2) + noise * normal();
      values[t * PIXELS + p] = Math.min(1, Math.max(0, value));
    }
  }
  return values;
}

/** T x d trajectories. */
export function galleryLatents(dimension: number, angleFactor: number, inputEnd: number | null) {
  const normal = randomNormal.source(randomLcg(0.7))(0, 1);
  const means = new Float64Array(STEPS * dimension);
  for (let k = 0; k < dimension; k++) {
    const harmonic = k % 5 === 4 ? 2 : 1;
    const size = 0.4 + 1.6 / (1 + 0.4 * k);
    for (let t = 0; t < STEPS; t++) {
      const turn = (2 * Math.PI * harmonic * angleFactor * t) / PERIOD;
      const isInput = t < (inputEnd ?? STEPS);
      means[t * dimension + k] =
        size * Math.sin(turn + 1.3 * k) + (isInput ? 0.06 : 0.02) * normal();
    }
  }
  return means;
}

/** Eigenvalues of a d x d system, with turns in use. */
export function galleryEigenvalues(dimension: number, turns: readonly Turn[]) {
  const real: number[] = [];
  const imaginary: number[] = [];
  PAIRS.slice(0, Math.floor(dimension / 2)).forEach(({ period, radius }, pair) => {
    const { angleFactor, radiusFactor } = turns[pair] ?? { angleFactor: 1, radiusFactor: 1 };
    const angle = ((2 * Math.PI) / period) * angleFactor;
    const r = radius * radiusFactor;
    real.push(r * Math.cos(angle), r * Math.cos(angle));
    imaginary.push(r * Math.sin(angle), -r * Math.sin(angle));
  });
  for (const value of REALS.slice(0, Math.max(1, dimension - real.length))) {
    real.push(value);
    imaginary.push(0);
  }
  return { real: new Float64Array(real), imaginary: new Float64Array(imaginary) };
}

/** A d x d matrix with a strong diagonal. */
export function galleryMatrix(dimension: number): Float64Array {
  const normal = randomNormal.source(randomLcg(0.11))(0, 0.22);
  return Float64Array.from({ length: dimension * dimension }, (_, index) =>
    index % (dimension + 1) === 0 ? 0.8 + normal() / 2 : normal(),
  );
}

/** Power against period, with a peak. */
export function gallerySpectrum(period: number) {
  const bins = STEPS / 2;
  const periods = Float64Array.from({ length: bins }, (_, k) => STEPS / (k + 1));
  const power = Float64Array.from({ length: bins }, (_, k) => {
    const offset = k + 1 - STEPS / period;
    return Math.exp(-0.5 * (offset / 0.8) ** 2) + 0.25 * Math.exp(-0.5 * ((k + 1) / 40) ** 2) * 0.2;
  });
  return { periods, power };
}

/** d x 17 periods. */
export function galleryScan(dimension: number) {
  const count = 17;
  const factors = Float64Array.from({ length: count }, (_, f) => 0.8 + 0.025 * f);
  const periods = new Float64Array(dimension * count);
  const motion = new Float64Array(dimension * count);
  const grows = new Uint8Array(dimension * count);
  for (let column = 0; column < dimension; column++) {
    const slope = 34 * Math.sin(2.1 * column + 0.4) * Math.exp(-0.18 * column);
    factors.forEach((factor, f) => {
      const change = factor - 1;
      periods[column * count + f] = PERIOD + slope * change + 20 * change * change;
      motion[column * count + f] = Math.exp(-Math.abs(factor - 1) * column);
      grows[column * count + f] = Number(column % 4 === 1 && factor > 1.08);
      if (column % 4 === 1 && factor > 1.15) periods[column * count + f] = Number.NaN;
    });
  }
  return { factors, periods, motion, grows, dimension };
}

/** Reconstruction errors of three latents over ten runs. */
export function galleryErrors() {
  const normal = randomNormal.source(randomLcg(0.5))(0, 1);
  return ['latent 1', 'latent 4', 'latent 9'].map((name, index) => {
    const means = [0.021, 0.018, 0.012, 0.03 * (index + 1), 0.4 + 0.3 * index];
    const deviations = means.map((mean) => mean * (0.18 + 0.05 * index));
    const runs = Array.from({ length: 10 }, () =>
      means.map((mean, f) => Math.max(1e-4, mean + deviations[f] * normal())),
    ).flat();
    return { name, means, deviations, runs };
  });
}

/** A small tracking example in one or two dimensions: T steps with their estimates. */
export function galleryTracks(dimension: 1 | 2, steps: number) {
  const normal = randomNormal.source(randomLcg(0.9))(0, 1);
  const size = steps * dimension;
  const truth = new Float64Array(size);
  const observations = new Float64Array(size);
  const estimate = (error: number, spread: number) => {
    const means = new Float64Array(size);
    const covariances = new Float64Array(size * dimension);
    for (let t = 0; t < steps; t++) {
      const variance = (spread * (1 + 1.5 * Math.exp(-t / 3))) ** 2;
      for (let i = 0; i < dimension; i++) {
        means[t * dimension + i] = truth[t * dimension + i] + error * normal();
        for (let j = 0; j < dimension; j++) {
          covariances[(t * dimension + i) * dimension + j] =
            i === j ? variance * (1 + 0.6 * i) : 0.4 * variance;
        }
      }
    }
    return { means, covariances };
  };
  for (let t = 0; t < steps; t++) {
    const turn = (2.2 * Math.PI * t) / steps;
    truth[t * dimension] = 4 * Math.cos(turn) + 0.06 * t;
    if (dimension === 2) truth[t * dimension + 1] = 3 * Math.sin(turn);
    for (let i = 0; i < dimension; i++) {
      const isMissing = t % 11 === 7;
      observations[t * dimension + i] = isMissing
        ? Number.NaN
        : truth[t * dimension + i] + 0.6 * normal();
    }
  }
  return {
    truth,
    observations,
    predicted: estimate(0.5, 0.6),
    filtered: estimate(0.3, 0.4),
    smoothed: estimate(0.15, 0.25),
    sample: estimate(0.3, 0).means,
  };
}
