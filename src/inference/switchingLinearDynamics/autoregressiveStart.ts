/**
 * Where the states of a switching linear dynamical system begin: EM of an autoregressive hidden
 * Markov model on a path of latents, from several starts. Each start cuts the path by local
 * least-squares fits of its dynamics, grouped by k-means; the path itself does not tell rotations
 * apart, which go through the same places at different tempos. Noise on the path counts as noise of
 * the steps and blurs the states, so a path should be smoothed where it can be.
 */
import type { Random } from '../../math/random.ts';
import { kMeansPlusPlus } from '../expectationMaximisation/kMeansPlusPlus.ts';
import {
  type ChainInput,
  type ChainWorkspace,
  createChainWorkspace,
  forwardBackward,
} from '../hiddenMarkov/forwardBackward.ts';
import {
  type AutoregressiveHmm,
  type AutoregressivePrior,
  type AutoregressiveScratch,
  autoregressiveLogPrior,
  createAutoregressiveHmm,
  createAutoregressiveScratch,
  fillAutoregressivePotentials,
  maximiseAutoregressiveHmm,
} from './autoregressiveHmm.ts';

export interface AutoregressiveStartOptions {
  /** n */
  readonly dimension: number;
  /** K */
  readonly states: number;
  readonly restarts: number;
  /** Expected number of steps in a state. */
  readonly dwell: number;
}

/** EM rounds of every start, and of the best one after them. */
const FIRST_ROUNDS = 8;
const ROUNDS = 50;
/** The best has arrived when a round raises log-likelihood plus log-prior by less than this, in nats. */
const ARRIVED = 1e-3;
/** Steps of a local fit, one for each start in turn, and how far apart fits begin. */
const WINDOWS = [12, 20, 30] as const;
const STRIDE = 4;
const LLOYD_ROUNDS = 12;
/** Precision of a local fit's prior around the fit of the whole path, in whitened units. */
const LOCAL_PRECISION = 2;
/** Of the prior of EM, and the share of the path's noise that a state is expected to have. */
const PRECISION = 0.5;
const NOISE_SHARE = 0.5;
/** Share of a state in steps that its start gave to another. */
const SOFTNESS = 0.05;

/**
 * The fit, one round of EM at a time, so that the caller can answer between rounds. After `done`,
 * `responsibilities` and `pairs` are those of the likeliest start.
 */
export class AutoregressiveStart {
  /** (T-1) x K: of the state of each transition; (T-2) x K x K: of each two in a row. */
  readonly best: ChainWorkspace;
  /** Of the whitened path. */
  readonly theta: AutoregressiveHmm;
  /** Log-likelihood plus log-prior of the whitened path, up to a constant; -Infinity before a round. */
  score = Number.NEGATIVE_INFINITY;
  done = false;
  private readonly path: Float64Array;
  private readonly options: AutoregressiveStartOptions;
  private readonly random: Random;
  private readonly prior: AutoregressivePrior;
  private readonly scratch: AutoregressiveScratch;
  private readonly trial: ChainWorkspace;
  private readonly trialTheta: AutoregressiveHmm;
  private readonly input: ChainInput;
  private start = 0;
  private round = 0;

  /**
   * @param path T x n, T at least 3; NaN where nothing is known. It is whitened in a copy.
   */
  constructor(path: Float64Array, options: AutoregressiveStartOptions, random: Random) {
    const { dimension: n, states: K, dwell } = options;
    const steps = path.length / n - 1;
    this.path = scaled(path, n);
    this.options = options;
    this.random = random;
    this.best = createChainWorkspace(K, steps);
    this.trial = createChainWorkspace(K, steps);
    this.theta = createAutoregressiveHmm(n, K);
    this.trialTheta = createAutoregressiveHmm(n, K);
    this.scratch = createAutoregressiveScratch(n, K);
    this.input = {
      steps,
      logInitial: new Float64Array(K),
      logTransition: new Float64Array(K * K),
      logEmissions: new Float64Array(steps * K),
    };
    const { mean, noise } = pooledFit(this.path, n, steps);
    this.prior = {
      mean,
      precision: PRECISION,
      scale: noise.map((value) => NOISE_SHARE * (n + 2) * value),
      degrees: n + 2,
      stays: Math.max(1, dwell - 1),
      leaves: 1,
    };
  }

  /** One round of EM. Nothing after `done`. */
  advance(): void {
    if (this.done) return;
    const { input, trial, trialTheta, path, prior, scratch } = this;
    const isFinal = this.start === this.options.restarts;
    if (this.round === 0) {
      if (isFinal) this.copy(this.best, this.theta, trial, trialTheta);
      else this.cut();
    }
    maximiseAutoregressiveHmm(trial, input.steps, path, prior, scratch, trialTheta);
    const isSound =
      fillAutoregressivePotentials(path, trialTheta, scratch, input) &&
      forwardBackward(trial, input).ok;
    const score = isSound
      ? trial.logZ + autoregressiveLogPrior(trialTheta, prior, scratch)
      : Number.NEGATIVE_INFINITY;
    this.round += 1;
    if (isFinal) {
      const gained = score - this.score;
      if (gained > 0) this.keep(score);
      this.done = !(gained > ARRIVED) || this.round >= ROUNDS;
      return;
    }
    if (isSound && this.round < FIRST_ROUNDS) return;
    if (score > this.score) this.keep(score);
    this.start += 1;
    this.round = 0;
    // No start was sound: there is nothing to go on from.
    this.done = this.start === this.options.restarts && this.score === Number.NEGATIVE_INFINITY;
  }

  private keep(score: number): void {
    this.score = score;
    this.copy(this.trial, this.trialTheta, this.best, this.theta);
  }

  private copy(
    from: ChainWorkspace,
    fromTheta: AutoregressiveHmm,
    to: ChainWorkspace,
    toTheta: AutoregressiveHmm,
  ): void {
    to.responsibilities.set(from.responsibilities);
    to.pairs.set(from.pairs);
    for (const name of ['dynamics', 'noises', 'initial', 'chain'] as const)
      toTheta[name].set(fromTheta[name]);
  }

  /** Responsibilities of a new start: those of the group that the nearest local fit belongs to. */
  private cut(): void {
    const { path, options, random, trial, start, input } = this;
    const { dimension: n, states: K } = options;
    const window = Math.min(input.steps, Math.max(2 * n + 3, WINDOWS[start % WINDOWS.length]));
    const fits = localFits(path, n, input.steps, window, this.prior.mean);
    const groups = grouped(fits, n * (n + 1), K, random);
    const { responsibilities, pairs } = trial;
    responsibilities.fill(K > 1 ? SOFTNESS / (K - 1) : 1);
    for (let t = 0; t < input.steps; t++) {
      const nearest = Math.round((t - (window - 1) / 2) / STRIDE);
      const group = groups[Math.min(groups.length - 1, Math.max(0, nearest))];
      if (K > 1) responsibilities[t * K + group] = 1 - SOFTNESS;
    }
    for (let t = 0; t + 1 < input.steps; t++)
      for (let k = 0; k < K; k++)
        for (let l = 0; l < K; l++)
          pairs[(t * K + k) * K + l] =
            responsibilities[t * K + k] * responsibilities[(t + 1) * K + l];
  }
}

/** Each coordinate with mean 0 and variance 1, in a copy; a coordinate that stands still stays at 0. */
function scaled(path: Float64Array, n: number): Float64Array {
  const out = path.slice();
  for (let i = 0; i < n; i++) {
    let [count, sum, squares] = [0, 0, 0];
    for (let at = i; at < path.length; at += n)
      if (!Number.isNaN(path[at])) {
        count += 1;
        sum += path[at];
        squares += path[at] ** 2;
      }
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(0, squares / count - mean ** 2)) || 1;
    for (let at = i; at < path.length; at += n) out[at] = (path[at] - mean) / deviation;
  }
  return out;
}

/** One set of dynamics for the whole path. */
function pooledFit(path: Float64Array, n: number, steps: number) {
  const theta = createAutoregressiveHmm(n, 1);
  const shares = {
    responsibilities: new Float64Array(steps).fill(1),
    pairs: new Float64Array(steps),
  };
  const prior = {
    mean: Float64Array.from({ length: n * (n + 1) }, (_, at) => (at % (n + 2) === 0 ? 1 : 0)),
    precision: 1,
    scale: new Float64Array(n * n).map((_, at) => (at % (n + 1) === 0 ? 1e-4 : 0)),
    ...{ degrees: 0, stays: 1, leaves: 1 },
  };
  const scratch = createAutoregressiveScratch(n, 1);
  maximiseAutoregressiveHmm(shares, steps, path, prior, scratch, theta);
  return { mean: theta.dynamics, noise: theta.noises };
}

/** Fits x n (n+1): the dynamics of windows that begin `STRIDE` transitions apart. */
function localFits(
  path: Float64Array,
  n: number,
  steps: number,
  window: number,
  mean: Float64Array,
): Float64Array {
  const size = n * (n + 1);
  const count = Math.floor((steps - window) / STRIDE) + 1;
  const fits = new Float64Array(count * size);
  const theta = createAutoregressiveHmm(n, 1);
  const scratch = createAutoregressiveScratch(n, 1);
  const shares = {
    responsibilities: new Float64Array(window).fill(1),
    pairs: new Float64Array(window),
  };
  const prior = {
    ...{ mean, precision: LOCAL_PRECISION, degrees: 0, stays: 1, leaves: 1 },
    scale: new Float64Array(n * n).map((_, at) => (at % (n + 1) === 0 ? 1e-4 : 0)),
  };
  for (let f = 0; f < count; f++) {
    const from = f * STRIDE * n;
    const part = path.subarray(from, from + (window + 1) * n);
    maximiseAutoregressiveHmm(shares, window, part, prior, scratch, theta);
    fits.set(theta.dynamics, f * size);
  }
  return fits;
}

/** The group of each point (N x D): k-means from a start by k-means++. */
function grouped(points: Float64Array, dimension: number, K: number, random: Random): Int32Array {
  const rows = points.length / dimension;
  const means = new Float64Array(K * dimension);
  kMeansPlusPlus(points, dimension, means, random);
  const groups = new Int32Array(rows);
  for (let round = 0; round < LLOYD_ROUNDS; round++) {
    const sums = new Float64Array(K * dimension);
    const counts = new Float64Array(K);
    for (let row = 0; row < rows; row++) {
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < K; k++) {
        let squared = 0;
        for (let j = 0; j < dimension; j++)
          squared += (points[row * dimension + j] - means[k * dimension + j]) ** 2;
        if (squared < least) {
          least = squared;
          groups[row] = k;
        }
      }
      counts[groups[row]] += 1;
      for (let j = 0; j < dimension; j++)
        sums[groups[row] * dimension + j] += points[row * dimension + j];
    }
    for (let k = 0; k < K; k++)
      if (counts[k] > 0)
        for (let j = 0; j < dimension; j++)
          means[k * dimension + j] = sums[k * dimension + j] / counts[k];
  }
  return groups;
}
