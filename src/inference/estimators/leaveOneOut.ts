/**
 * The score function with a baseline from the draws themselves: for each draw the mean of f over the
 * others of its batch. It is independent of the draw, so the estimate is unbiased (Kool et al. 2019;
 * the same idea as in VIMCO, Mnih and Rezende 2016). With the mean of the whole batch as the baseline
 * the gradient would come out too small, by the factor 1 - 1/n.
 */
import { varianceWithBaseline } from './baseline.ts';
import type { Estimator } from './estimator.ts';

/** In a batch of one there are no others, and no baseline. */
export const leaveOneOut: Estimator = {
  fill({ count, values, scores }, _moments, batch, out) {
    const batches = Math.max(1, Math.floor(count / batch));
    for (let b = 0; b < batches; b++) {
      const from = b * batch;
      const to = b === batches - 1 ? count : from + batch;
      let sum = 0;
      for (let n = from; n < to; n++) sum += values[n];
      const others = to - from - 1;
      for (let n = from; n < to; n++) {
        const baseline = others > 0 ? (sum - values[n]) / others : 0;
        out[n] = (values[n] - baseline) * scores[n];
      }
    }
  },
  /** The sum over a batch is that of f s, less the product of the sums of f and s, times n / (n - 1). */
  fillAverages({ values, scores }, batch, out) {
    for (let b = 0; b < out.length; b++) {
      let [value, score, product] = [0, 0, 0];
      for (let n = b * batch; n < (b + 1) * batch; n++) {
        value += values[n];
        score += scores[n];
        product += values[n] * scores[n];
      }
      out[b] = (product - (value * score) / batch) / (batch - 1);
    }
  },
  exact(moments, batch) {
    const { gradient, squaredScore, value, valueVariance } = moments;
    const variance = (n: number) =>
      n > 1
        ? varianceWithBaseline(moments, value) + (valueVariance * squaredScore) / (n - 1)
        : varianceWithBaseline(moments, 0);
    return {
      mean: gradient,
      variance: variance(batch),
      // The baseline of each of two estimates contains the f of the other: their covariance is
      // (gradient / (n - 1))^2.
      varianceOfAverage: (n) =>
        variance(n) / n + (n > 1 ? (gradient * gradient) / (n * (n - 1)) : 0),
    };
  },
};
