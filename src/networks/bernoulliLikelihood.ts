/**
 * The decoder's likelihood of binary values: each is 1 with a probability whose logit the network gives.
 * All arrays of logits have B x D numbers; targets are 0 or 1. Targets that are NaN are missing:
 * nothing is said about them.
 */

/** log(1 + exp(a)), without overflow and with all digits where a is far below 0. */
export const softplus = (a: number): number => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));

/** 1 / (1 + exp(-a)) */
export const sigmoid = (a: number): number =>
  a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a));

/** log p(targets | logits) in nats, summed over everything. */
export function bernoulliLogLikelihood(logits: Float64Array, targets: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < logits.length; k++) {
    if (!Number.isNaN(targets[k])) sum += targets[k] * logits[k] - softplus(logits[k]);
  }
  return sum;
}

/**
 * The log-likelihood, and `weight` times its gradient with respect to the logits into `dLogits`.
 *
 * @param ofRows the log-likelihood of each row, filled where it is wanted
 */
export function bernoulliLogLikelihoodBackward(
  logits: Float64Array,
  targets: Float32Array,
  weight: number,
  dLogits: Float64Array,
  ofRows: Float64Array | null = null,
): number {
  const width = ofRows ? logits.length / ofRows.length : 0;
  ofRows?.fill(0);
  let sum = 0;
  for (let k = 0; k < logits.length; k++) {
    if (Number.isNaN(targets[k])) {
      dLogits[k] = 0;
      continue;
    }
    const term = targets[k] * logits[k] - softplus(logits[k]);
    sum += term;
    if (ofRows) ofRows[Math.floor(k / width)] += term;
    dLogits[k] = weight * (targets[k] - sigmoid(logits[k]));
  }
  return sum;
}

/**
 * log p of each row, with `samples` rows of logits for each row of targets.
 *
 * @param width D
 * @param out rows of targets * samples
 */
export function bernoulliOfRows(
  logits: Float64Array,
  targets: Float32Array,
  width: number,
  samples: number,
  out: Float64Array,
): void {
  for (let n = 0; n < out.length; n++) {
    const row = Math.floor(n / samples) * width;
    let sum = 0;
    for (let j = 0; j < width; j++) {
      const logit = logits[n * width + j];
      if (!Number.isNaN(targets[row + j])) sum += targets[row + j] * logit - softplus(logit);
    }
    out[n] = sum;
  }
}
