/** Figures of forecasts that are drawn as samples. S samples, T steps, D data dimension. */
import type { DistanceUnit } from '../../../datasets/columnUnits.ts';

/** Mean over S blocks of equal length. */
export function meanOf(decoded: Float32Array | Float64Array, samples: number): Float32Array {
  const length = decoded.length / samples;
  const mean = new Float32Array(length);
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let value = at; value < decoded.length; value += length) sum += decoded[value];
    mean[at] = sum / samples;
  }
  return mean;
}

/** T x D: standard deviation of the decoded samples around their mean. */
export function spreadOf({
  decoded,
  mean: { length },
}: {
  readonly decoded: Float32Array;
  readonly mean: Float32Array;
}): Float32Array {
  const samples = decoded.length / length;
  const spread = new Float32Array(length);
  for (let at = 0; at < length; at++) {
    let sum = 0;
    let squares = 0;
    for (let value = at; value < decoded.length; value += length) {
      sum += decoded[value];
      squares += decoded[value] ** 2;
    }
    if (samples > 0) spread[at] = Math.sqrt(Math.max(0, squares / samples - (sum / samples) ** 2));
  }
  return spread;
}

/**
 * Mean squared difference of rows from..to-1 where there is one; null where there is none.
 *
 * @param columns the first ones of each row that count; absent: all
 */
export function meanSquaredError(
  a: Float32Array,
  b: Float32Array,
  dimension: number,
  from: number,
  to: number,
  { scale }: Pick<DistanceUnit, 'scale'>,
  columns = dimension,
): number | null {
  let sum = 0;
  let count = 0;
  for (let at = from * dimension; at < to * dimension; at++) {
    // Not a number where a value is missing.
    if (at % dimension >= columns || Number.isNaN(b[at])) continue;
    sum += (a[at] - b[at]) ** 2;
    count++;
  }
  return count > 0 ? (scale ** 2 * sum) / count : null;
}
