import type { Sequence } from '../../../datasets/dataset.ts';
import type { TrainingData } from '../../../svae/trainer.ts';

/** A stretch of the sequence whose end no model has trained on. */
export interface Stretch {
  readonly firstRow: number;
  readonly steps: number;
  /** Steps at its start that are trained on; none unless little is held out. */
  readonly context: number;
  /** steps x D, NaN where a value is missing. */
  readonly values: Float32Array;
  /** steps x D, where known. */
  readonly clean: Float32Array | null;
}

/** The rows to train on: all but the held-out end. */
export function trainingPart(dataset: Sequence): TrainingData {
  const rows = dataset.rows - dataset.heldOutRows;
  return {
    rows,
    dimension: dataset.dimension,
    values: dataset.values.subarray(0, rows * dataset.dimension),
  };
}

/**
 * `steps` rows of the held-out end, or as many as there are, from its row `from` on. Where fewer are
 * held out, rows before them make up for it: there they can be shown, but not be predicted.
 */
export function heldOutStretch(dataset: Sequence, from: number, steps: number): Stretch {
  const { rows, dimension, values, heldOutRows, clean } = dataset;
  const heldOutFrom = rows - heldOutRows;
  const firstRow = Math.min(Math.max(0, Math.min(heldOutFrom, rows - steps)) + from, rows - 1);
  const length = Math.min(steps, rows - firstRow);
  const [begin, end] = [firstRow * dimension, (firstRow + length) * dimension];
  return {
    firstRow,
    steps: length,
    // A sequence too short to hold anything out is looked at as a whole.
    context: heldOutFrom < rows ? Math.max(0, heldOutFrom - firstRow) : 0,
    values: values.slice(begin, end),
    clean: clean?.slice(begin, end) ?? null,
  };
}
