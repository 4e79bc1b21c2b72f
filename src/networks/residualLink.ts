/** The linear link past the hidden layers (thesis 6.1), in Float64: small enough for the CPU. */
import type { ParameterBlock } from './shape.ts';

/** Adds x W to `out`. x: rows x block.rows, out: rows x block.columns. */
export function addResidual(
  parameters: Float32Array,
  block: ParameterBlock,
  x: Float32Array | Float64Array,
  rows: number,
  out: Float64Array,
): void {
  const { offset, rows: inputs, columns: outputs } = block;
  for (let b = 0; b < rows; b++) {
    for (let i = 0; i < inputs; i++) {
      const value = x[b * inputs + i];
      for (let j = 0; j < outputs; j++) {
        out[b * outputs + j] += value * parameters[offset + i * outputs + j];
      }
    }
  }
}

/** Writes the gradient of W into its place in `flatGradient`. dOut: rows x block.columns. */
export function residualBackward(
  block: ParameterBlock,
  x: Float32Array | Float64Array,
  dOut: Float64Array,
  rows: number,
  flatGradient: Float64Array,
): void {
  const { offset, rows: inputs, columns: outputs } = block;
  flatGradient.fill(0, offset, offset + inputs * outputs);
  for (let b = 0; b < rows; b++) {
    for (let i = 0; i < inputs; i++) {
      const value = x[b * inputs + i];
      for (let j = 0; j < outputs; j++) {
        flatGradient[offset + i * outputs + j] += value * dOut[b * outputs + j];
      }
    }
  }
}

/** Adds dOut W' to `dX` (rows x block.rows). */
export function addResidualInputGradient(
  parameters: Float32Array,
  block: ParameterBlock,
  dOut: Float64Array,
  rows: number,
  dX: Float64Array,
): void {
  const { offset, rows: inputs, columns: outputs } = block;
  for (let b = 0; b < rows; b++) {
    for (let i = 0; i < inputs; i++) {
      let sum = 0;
      for (let j = 0; j < outputs; j++) {
        sum += dOut[b * outputs + j] * parameters[offset + i * outputs + j];
      }
      dX[b * inputs + i] += sum;
    }
  }
}
