/**
 * Estimators of the gradient of E_q f with respect to one parameter of q, all of them from the same
 * draws. Each has a file of its own with the same verbs: `fill` gives one estimate for each draw,
 * `exact` gives the mean and the variance of an estimate.
 *
 * f is a sum over D independent coordinates; the parameter is one of the first coordinate's. The
 * other coordinates add nothing to the gradient, but noise to all estimators that multiply by f.
 */

/** N draws of q, and what estimators need from them. The arrays are made once and filled again. */
export interface Draws {
  /** N */
  readonly count: number;
  /** N: f, of all coordinates together. */
  readonly values: Float64Array;
  /** N: d log q / d parameter. */
  readonly scores: Float64Array;
}

/** Exact expectations under q of what `Draws` holds: f is `values`, s is `scores`. */
export interface ScoreMoments {
  /** d E f / d parameter = E[f s] */
  readonly gradient: number;
  /** E f */
  readonly value: number;
  /** Var f */
  readonly valueVariance: number;
  /** E s^2 */
  readonly squaredScore: number;
  /** E[f s^2] */
  readonly weighedScore: number;
  /** E[f^2 s^2] */
  readonly squaredTerm: number;
}

/** Exact mean and variance of an estimator. */
export interface Exact {
  /** Of one estimate. It differs from the gradient where the estimator is biased. */
  readonly mean: number;
  /** Of one estimate. */
  readonly variance: number;
  /** Of the average of the n estimates of a batch. */
  varianceOfAverage(n: number): number;
}

export interface Estimator<D extends Draws = Draws, M extends ScoreMoments = ScoreMoments> {
  /**
   * One estimate for each draw.
   *
   * @param batch draws whose estimates are averaged, one batch after the other; draws left over
   *   belong to the last batch
   * @param out N
   */
  fill(draws: D, moments: M, batch: number, out: Float64Array): void;
  /**
   * Averages of the estimates of each batch, without these; where estimates depend on the others of
   * their batch, and only there.
   *
   * @param batch at least 2
   * @param out one for each batch; draws left over count for nothing
   */
  fillAverages?(draws: D, batch: number, out: Float64Array): void;
  exact(moments: M, batch: number): Exact;
}

/** Independent estimates: the variance of their average falls as 1 / n. */
export const independent = (mean: number, variance: number): Exact => ({
  mean,
  variance,
  varianceOfAverage: (n) => variance / n,
});

/** Independent estimates with this mean and this mean of squares. */
export const fromSquares = (mean: number, square: number): Exact =>
  independent(mean, Math.max(0, square - mean * mean));
