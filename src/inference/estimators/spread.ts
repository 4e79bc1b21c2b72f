/** Measured mean and variance of estimates. */

export interface Spread {
  readonly mean: number;
  /** With N - 1 in its denominator. */
  readonly variance: number;
  /** Standard errors of mean and variance, from the measured moments. */
  readonly meanError: number;
  readonly varianceError: number;
}

/** @param values N >= 2 of them, independent of one another */
export function spreadOf(values: ArrayLike<number>, count = values.length): Spread {
  let mean = 0;
  for (let n = 0; n < count; n++) mean += values[n] / count;
  let second = 0;
  let fourth = 0;
  for (let n = 0; n < count; n++) {
    const square = (values[n] - mean) ** 2;
    second += square;
    fourth += square * square;
  }
  const variance = second / (count - 1);
  const excess = fourth / count - (second / count) ** 2;
  return {
    mean,
    variance,
    meanError: Math.sqrt(variance / count),
    varianceError: Math.sqrt(Math.max(0, excess) / count),
  };
}

/**
 * Averages of batches of `n`, one after the other; values that fill no batch are left out.
 *
 * @returns the number of batches
 */
export function averages(
  values: ArrayLike<number>,
  count: number,
  n: number,
  out: Float64Array,
): number {
  const batches = Math.floor(count / n);
  for (let b = 0; b < batches; b++) {
    let sum = 0;
    for (let i = b * n; i < (b + 1) * n; i++) sum += values[i];
    out[b] = sum / n;
  }
  return batches;
}
