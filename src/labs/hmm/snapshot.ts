/** What the page shows of a hidden Markov model. T steps, K states. Figures per step, in nats. */
import type { EmCourse, HalfStep } from '../shared/engine/emCourse.ts';
import type { AscentCheck } from '../shared/engine/halfSteps.ts';

export interface HmmState {
  /** Counted from 0. */
  readonly id: number;
  /** In model units. */
  readonly mean: number;
  readonly deviation: number;
  /** Summed responsibilities. */
  readonly count: number;
  /** p(z_1 = k) */
  readonly initial: number;
  /** K: p(z_t+1 | z_t = k) */
  readonly transition: readonly number[];
}

export interface HmmSnapshot extends AscentCheck {
  readonly kind: 'hmm';
  /** T */
  readonly rows: number;
  readonly states: readonly HmmState[];
  /** T x K: q(z_t) as the last E-step left it; uniform before the first. */
  readonly responsibilities: Float32Array;
  /** T: the most likely state of each step, and its responsibility. */
  readonly assignments: Uint16Array;
  readonly confidence: Float32Array;
  /** log p(y) / T, and the bound: energy + entropy. */
  readonly logLikelihood: number;
  readonly freeEnergy: number;
  readonly energy: number;
  readonly entropy: number;
  /** There are no priors: 0. */
  readonly globalKl: 0;
  readonly edited: boolean;
  /** KL(q(z) || p(z | y, theta)) / T */
  readonly klGap: number;
  readonly nextHalf: HalfStep;
  readonly converged: boolean;
  readonly course: EmCourse;
}

/** Forward and backward pass at one step, in slow motion. */
export interface HmmQuery {
  readonly kind: 'step';
  readonly row: number;
}

/** Each K numbers that sum to 1, but for the log-densities. */
export interface HmmInspection {
  readonly kind: 'step';
  readonly row: number;
  /** p(z_t-1 | y_1..t-1); null at the first step. */
  readonly before: readonly number[] | null;
  /** p(z_t | y_1..t-1) */
  readonly predicted: readonly number[];
  /**
   * log N(y_t | mean_k, variance_k) in the units of the data: a density far from all means is no
   * number above 0. All 0 where the value is missing.
   */
  readonly logDensities: readonly number[];
  /** p(z_t | y_1..t) */
  readonly filtered: readonly number[];
  /** p(y_t+1..T | z_t), scaled to sum to 1. */
  readonly later: readonly number[];
  /** p(z_t | y_1..T) */
  readonly smoothed: readonly number[];
  /** T x K: p(z_s | y_1..s) at every step s, for the picture of the pass on its way. */
  readonly filteredSeries: Float32Array;
  /** T x K: p(z_s | y_1..T). */
  readonly smoothedSeries: Float32Array;
}
