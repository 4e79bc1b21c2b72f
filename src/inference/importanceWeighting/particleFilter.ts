/**
 * The bootstrap particle filter (Gordon et al. 1993): particles move by the dynamics, are weighted by
 * the potential of each step, and are resampled by their weights. The product of the mean weights
 * is an unbiased estimate of the likelihood, at whichever steps particles are resampled; its
 * logarithm is too low on average.
 */
import type { Random } from '../../math/random.ts';
import { effectiveSamples, logMeanWeight } from './weights.ts';

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
  readonly scratch: { other: Float64Array; readonly shares: Float64Array };
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
  } else {
    for (let n = 0; n < particles; n++) model.drawNext(random, filter.states, scratch.other, n * d);
    swap(filter);
  }
  // Where particles kept their weights, the increment is the ratio of the mean weights.
  const before = logMeanWeight(logWeights);
  for (let n = 0; n < particles; n++) logWeights[n] += model.logPotential(t, filter.states, n * d);
  effective[t] = effectiveSamples(logWeights);
  return logMeanWeight(logWeights) - before;
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
  const { particles, states, logWeights, scratch } = filter;
  const most = logWeights.reduce((a, b) => Math.max(a, b));
  let whole = 0;
  for (let n = 0; n < particles; n++) {
    scratch.shares[n] = Math.exp(logWeights[n] - most);
    whole += scratch.shares[n];
  }
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
