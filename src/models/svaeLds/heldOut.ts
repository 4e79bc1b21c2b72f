import type { Dataset } from '../../datasets/dataset.ts';
import type { TrainingData } from '../../svae/trainer.ts';

/** A stretch of the sequence that no model has trained on. */
export interface Stretch {
  readonly firstRow: number;
  readonly steps: number;
  /** steps x D */
  readonly values: Float32Array;
  /** steps x D, where known. */
  readonly clean: Float32Array | null;
}

/** The rows to train on: all but the held-out end. */
export function trainingPart(dataset: Dataset): TrainingData {
  const rows = dataset.rows - heldOutRows(dataset);
  return {
    rows,
    dimension: dataset.dimension,
    values: dataset.values.subarray(0, rows * dataset.dimension),
  };
}

/** Up to `steps` rows of the held-out end, from its row `from` on. */
export function heldOutStretch(dataset: Dataset, from: number, steps: number): Stretch {
  const { rows, dimension, values, sequence } = dataset;
  const heldOut = heldOutRows(dataset);
  // A sequence too short to hold anything out is looked at as a whole.
  const start = heldOut > 0 ? rows - heldOut : 0;
  const firstRow = Math.min(start + from, rows - 1);
  const length = Math.min(steps, rows - firstRow);
  const [begin, end] = [firstRow * dimension, (firstRow + length) * dimension];
  return {
    firstRow,
    steps: length,
    values: values.slice(begin, end),
    clean: sequence?.clean?.slice(begin, end) ?? null,
  };
}

function heldOutRows(dataset: Dataset): number {
  return dataset.sequence?.heldOutRows ?? 0;
}
