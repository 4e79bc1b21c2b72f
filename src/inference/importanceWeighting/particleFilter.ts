/**
 * The bootstrap particle filter (Gordon et al. 1993): particles move by the dynamics, are weighted by
 * the potential of each step, and are resampled by their weights. The product of the mean weights
 * is an unbiased estimate of the likelihood, at whichever steps particles are resampled; its
 * logarithm is too low on average.
 */
import type { Random } from '../../math/random.ts';

/** A state-space model as particles see it; states are d numbers. */
export interface StateSpaceModel {
  /** d */
  readonly dimension: number;
  readonly steps: number;
  /** A first state into `out` at `at`. */
  drawInitial(random: Random, out: Float64Array, at: number): void;
  /** A state of the next step, from the one in `from` at `at` into `out` at `at`. */
  drawNext(random: Random, from: Float64Array, out: Float64Array, at: number): void;
  /** log of what the observation of a step says about the state in `states` at `at`. */
  logPotential(step: number, states: Float64Array, at: number): number;
}

/** 'always' after each step; 'when-few' where less than half the particles count; or 'never'. */
export type Resampling = 'always' | 'when-few' | 'never';

/** Memory of the filter, made once, and the results of the last run. */
export interface ParticleFilter {
  readonly particles: number;
  /** N x d, after the last step. */
  states: Float64Array;
  /** N, after the last step. */
  readonly logWeights: Float64Array;
  /** T: effective particles before resampling. */
  readonly effective: Float64Array;
  readonly scratch: {
    other: Float64Array;
    /** N: weights as parts of the largest, and their sum. */
    readonly shares: Float64Array;
    whole: number;
    /** Logarithm of the mean weight. */
    logMean: number;
  };
}

export function createParticleFilter(
  { dimension, steps }: StateSpaceModel,
  particles: number,
): ParticleFilter {
  return {
    particles,
    states: new Float64Array(particles * dimension),
    logWeights: new Float64Array(particles),
    effective: new Float64Array(steps),
    scratch: {
      other: new Float64Array(particles * dimension),
      shares: new Float64Array(particles),
      whole: particles,
      logMean: 0,
    },
  };
}

/** @returns the log of an unbiased estimate of the likelihood */
export function runParticleFilter(
  filter: ParticleFilter,
  model: StateSpaceModel,
  resampling: Resampling,
  random: Random,
): number {
  let logLikelihood = 0;
  for (let t = 0; t < model.steps; t++) {
    logLikelihood += weighParticles(filter, model, t, random);
    resampleParticles(filter, model, t, resampling, random);
  }
  return logLikelihood;
}

/**
 * Moves the particles to step t, the first time from nowhere, and weighs them.
 *
 * @returns what the step adds to the log of the estimate
 */
export function weighParticles(
  filter: ParticleFilter,
  model: StateSpaceModel,
  t: number,
  random: Random,
): number {
  const { particles, logWeights, effective, scratch } = filter;
  const { dimension: d } = model;
  if (t === 0) {
    for (let n = 0; n < particles; n++) model.drawInitial(random, filter.states, n * d);
    logWeights.fill(0);
    scratch.logMean = 0;
  } else {
    for (let n = 0; n < particles; n++) model.drawNext(random, filter.states, scratch.other, n * d);
    swap(filter);
  }
  // Where particles kept their weights, the increment is the ratio of the mean weights.
  const before = scratch.logMean;
  let most = -Infinity;
  for (let n = 0; n < particles; n++) {
    logWeights[n] += model.logPotential(t, filter.states, n * d);
    if (logWeights[n] > most) most = logWeights[n];
  }
  let whole = 0;
  let squares = 0;
  for (let n = 0; n < particles; n++) {
    const share = Math.exp(logWeights[n] - most);
    scratch.shares[n] = share;
    whole += share;
    squares += share * share;
  }
  effective[t] = (whole * whole) / squares;
  scratch.whole = whole;
  scratch.logMean = most + Math.log(whole / particles);
  return scratch.logMean - before;
}

/** @returns whether particles were drawn again, after which all weights are equal */
export function resampleParticles(
  filter: ParticleFilter,
  model: StateSpaceModel,
  t: number,
  resampling: Resampling,
  random: Random,
): boolean {
  const { particles, effective, logWeights } = filter;
  const isDue =
    resampling === 'always' || (resampling === 'when-few' && effective[t] < particles / 2);
  if (isDue) {
    resample(filter, model.dimension, random);
    logWeights.fill(0);
    filter.scratch.logMean = 0;
  }
  return isDue;
}

function swap(filter: ParticleFilter): void {
  const { states, scratch } = filter;
  filter.states = scratch.other;
  scratch.other = states;
}

/** Systematic: one uniform number for all, each particle as often as its weight says. */
function resample(filter: ParticleFilter, d: number, random: Random): void {
  const { particles, states, scratch } = filter;
  const { whole } = scratch;
  const offset = random.uniform();
  let from = 0;
  let reached = scratch.shares[0];
  for (let n = 0; n < particles; n++) {
    const wanted = ((n + offset) * whole) / particles;
    while (reached < wanted && from < particles - 1) reached += scratch.shares[++from];
    for (let i = 0; i < d; i++) scratch.other[n * d + i] = states[from * d + i];
  }
  swap(filter);
}
