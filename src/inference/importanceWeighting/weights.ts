/** Averages and diagnostics of importance weights, computed from their logarithms. */

/** Logarithm of the mean of the weights `from`..`from + count - 1`. */
export function logMeanWeight(
  logWeights: Float64Array,
  from = 0,
  count = logWeights.length - from,
): number {
  let most = -Infinity;
  for (let k = from; k < from + count; k++) if (logWeights[k] > most) most = logWeights[k];
  if (most === -Infinity) return most;
  let sum = 0;
  for (let k = from; k < from + count; k++) sum += Math.exp(logWeights[k] - most);
  return most + Math.log(sum / count);
}

/** 1 / sum of squared normalised weights: between 1 and their number. */
export function effectiveSamples(logWeights: Float64Array): number {
  const most = logWeights.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  let squares = 0;
  for (const logWeight of logWeights) {
    const weight = Math.exp(logWeight - most);
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

/** Weights divided by their sum. */
export function normaliseWeights(
  logWeights: Float64Array,
  from: number,
  count: number,
  out: Float64Array,
): void {
  const logSum = logMeanWeight(logWeights, from, count) + Math.log(count);
  for (let k = 0; k < count; k++) out[k] = Math.exp(logWeights[from + k] - logSum);
}

const FEWEST_IN_TAIL = 5;

/**
 * Pareto-k: the shape of a generalised Pareto distribution fitted to the largest weights, by the
 * estimator of Zhang and Stephens (2009) with the prior of Vehtari et al. (2024). Weights have a
 * second moment where it is below 1/2; above 0.7 their mean is not to be trusted.
 *
 * @returns NaN where there are too few weights, or all the largest ones are equal
 */
export function paretoShape(logWeights: Float64Array): number {
  const count = logWeights.length;
  const inTail = Math.min(Math.floor(0.2 * count), Math.ceil(3 * Math.sqrt(count)));
  if (inTail < FEWEST_IN_TAIL) return Number.NaN;
  const sorted = logWeights.slice().sort();
  const most = sorted[count - 1];
  const threshold = Math.exp(sorted[count - inTail - 1] - most);
  const excesses = sorted.subarray(count - inTail).map((log) => Math.exp(log - most) - threshold);
  if (!(excesses[inTail - 1] > 0)) return Number.NaN;
  const shape = generalisedParetoShape(excesses);
  // A prior worth ten weights at 1/2, for tails of few weights (Vehtari et al. 2024).
  return (shape * inTail + 0.5 * 10) / (inTail + 10);
}

/** @param sorted excesses over a threshold, ascending, the last one > 0 */
function generalisedParetoShape(sorted: Float64Array): number {
  const n = sorted.length;
  const places = 30 + Math.floor(Math.sqrt(n));
  const quartile = Math.max(sorted[Math.floor(n / 4 + 0.5) - 1], Number.MIN_VALUE);
  const b = new Float64Array(places);
  const logLikelihoods = new Float64Array(places);
  const shapeAt = (at: number) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += Math.log1p(-at * sorted[i]);
    return sum / n;
  };
  for (let j = 0; j < places; j++) {
    b[j] = 1 / sorted[n - 1] + (1 - Math.sqrt(places / (j + 0.5))) / (3 * quartile);
    const shape = shapeAt(b[j]);
    logLikelihoods[j] = n * (Math.log(-b[j] / shape) - shape - 1);
  }
  const weights = new Float64Array(places);
  normaliseWeights(logLikelihoods, 0, places, weights);
  return shapeAt(b.reduce((mean, at, j) => mean + weights[j] * at, 0));
}
