/**
 * Control variates of the simplest kind: a constant b is subtracted from f before f is multiplied by
 * the score s. As E[s] = 0 the mean of the estimate stays; its variance changes.
 */
import { type Estimator, independent, type ScoreMoments } from './estimator.ts';

/** Estimates (f - b) s with a b that does not depend on the draws. */
export function constantBaseline(baselineOf: (moments: ScoreMoments) => number): Estimator {
  return {
    fill({ count, values, scores }, moments, _batch, out) {
      const baseline = baselineOf(moments);
      for (let n = 0; n < count; n++) out[n] = (values[n] - baseline) * scores[n];
    },
    exact(moments) {
      return independent(moments.gradient, varianceWithBaseline(moments, baselineOf(moments)));
    },
  };
}

/** Var[(f - b) s], which is a parabola in b. */
export function varianceWithBaseline(moments: ScoreMoments, baseline: number): number {
  const { gradient, squaredScore, weighedScore, squaredTerm } = moments;
  const square = squaredTerm - 2 * baseline * weighedScore + baseline * baseline * squaredScore;
  return Math.max(0, square - gradient * gradient);
}
