/** What the page shows of the particle filter. Log-likelihoods are in nats. */
import type { Resampling } from '../../inference/importanceWeighting/particleFilter.ts';

export interface FilterEstimates {
  readonly resampling: Resampling;
  /** Log-likelihood of each repeat, less that of the Kalman filter. */
  readonly errors: Float32Array;
  /** Mean of estimate / likelihood: its expectation is 1. */
  readonly ratio: number;
  /** Mean of the errors. */
  readonly mean: number;
  /** Standard errors of both, and the variance of the errors; null below two repeats. */
  readonly spread: {
    readonly ratioError: number;
    readonly meanError: number;
    readonly variance: number;
  } | null;
}

/** S particles are drawn at each of T steps; the first coordinate of the state is observed. */
export interface FilterRun {
  readonly resampling: Resampling;
  /** Which repeat it is, from 0 on. */
  readonly repeat: number;
  /** S */
  readonly shown: number;
  /** T x S */
  readonly places: Float32Array;
  /** T x S: as a share of the largest weight of the step. */
  readonly weights: Float32Array;
  /** T: effective sample size before resampling. */
  readonly effective: Float64Array;
  /** T: 1 where particles were drawn again. */
  readonly resampled: Uint8Array;
  /** Less that of the Kalman filter. */
  readonly error: number;
}

export interface FilterView {
  readonly part: 'filter';
  /** N */
  readonly particles: number;
  /** T */
  readonly observations: Float64Array;
  /** Standard deviation of the noise on them. */
  readonly noise: number;
  /** T: what was observed with noise. */
  readonly truth: Float64Array;
  /** T: exact mean and standard deviation, given the observations so far. */
  readonly means: Float64Array;
  readonly sds: Float64Array;
  /** Of all observations, exact. */
  readonly logLikelihood: number;
  readonly run: FilterRun;
  readonly estimates: readonly FilterEstimates[];
}
