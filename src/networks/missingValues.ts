/**
 * Missing values, NaN in a batch of data (rows x D). The encoder is fed 0 in their place, and what
 * it says about their rows is struck out: a row that is not seen as a whole gives no evidence. Its
 * gradients are zero with it. The likelihood leaves missing values out one by one.
 */
import type { PotentialBuffers } from './nodePotential.ts';

/** The data themselves where nothing is missing, otherwise a copy with 0 for what is. */
export function withoutGaps(data: Float32Array): Float32Array {
  if (!data.some(Number.isNaN)) return data;
  return data.map((value) => (Number.isNaN(value) ? 0 : value));
}

/** Makes the node potentials of rows with a missing value zero: the state there is anybody's guess. */
export function silenceGaps(
  data: Float32Array,
  { rows, precision, linear, factor }: PotentialBuffers,
): void {
  const dimension = data.length / rows;
  for (let row = 0; row < rows; row++) {
    const isWhole = !data.subarray(row * dimension, (row + 1) * dimension).some(Number.isNaN);
    if (isWhole) continue;
    // What the adjoint multiplies by goes with them.
    for (const values of factor ? [precision, linear, factor] : [precision, linear]) {
      const width = values.length / rows;
      values.fill(0, row * width, (row + 1) * width);
    }
  }
}
