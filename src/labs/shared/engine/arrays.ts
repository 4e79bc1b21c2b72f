/** Models as arrays with the names of the field, and parameters read back from such arrays. */
import { observations } from '../../../datasets/dataset.ts';
import { cholesky, POSITIVE_DEFINITE } from '../../../math/cholesky.ts';
import type { AutoencoderShape, NetworkBlocks, ParameterLayout } from '../../../networks/shape.ts';
import { shortened } from '../../../settings/words.ts';
import type { Dataset, NamedArray, NamedArrays } from '../../engine.ts';
import { type ArrayTable, rowOf } from '../data/arrayTable.ts';

export const float64 = (values: ArrayLike<number>, ...shape: number[]): NamedArray => ({
  data: Float64Array.from(values),
  shape,
});

export const int32 = (values: ArrayLike<number>, ...shape: number[]): NamedArray => ({
  data: Int32Array.from(values),
  shape,
});

export const text = (value: string): NamedArray => ({ data: [value], shape: [] });

/** One value for each of several things, side by side. */
export const joined = (values: readonly ArrayLike<number>[]): number[] =>
  values.flatMap((each) => Array.from(each));

/**
 * A symmetric p x p matrix from its lower triangle, which is all that a Cholesky factorisation reads:
 * where digits are lost, the upper one is a little different.
 */
export const mirrored = (matrix: ArrayLike<number>, p: number): Float64Array =>
  Float64Array.from({ length: p * p }, (_, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    return matrix[Math.max(i, j) * p + Math.min(i, j)];
  });

/** See `rowsTable`. */
export function rowsArrays(dataset: Dataset) {
  const { rows, dimension, labels } = dataset;
  return {
    observations: float64(observations(dataset), rows, dimension),
    ...unitArrays(dataset),
    ...(labels && { labels: int32(labels, rows) }),
  };
}

export function unitArrays({ units }: Pick<Dataset, 'units'>) {
  return {
    offset: float64(
      units.map(({ offset }) => offset),
      units.length,
    ),
    scale: float64(
      units.map(({ scale }) => scale),
      units.length,
    ),
  };
}

// ---- networks ---------------------------------------------------------------------------------

/** A matrix of the networks: where it lies, inputs x outputs; biases have one row. */
interface Place {
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
}

function* placesOf({ encoder, decoder }: ParameterLayout): Iterable<readonly [string, Place]> {
  yield* placesOfNetwork('encoder', encoder);
  yield* placesOfNetwork('decoder', decoder);
}

function* placesOfNetwork(
  network: string,
  { layers, residual }: NetworkBlocks,
): Iterable<readonly [string, Place]> {
  for (const [i, { weights, bias }] of layers.entries()) {
    yield [`${network}.${i}.weight`, weights];
    yield [`${network}.${i}.bias`, bias];
  }
  if (residual) yield [`${network}.residual.weight`, residual];
}

/** Networks as `torch.nn.Linear` keeps them, outputs x inputs; see `networksTable`. */
export function networkArrays(
  shape: AutoencoderShape,
  layout: ParameterLayout,
  parameters: Float32Array,
): NamedArrays {
  const arrays = Array.from(placesOf(layout), ([name, { offset, rows, columns }]) => {
    const isBias = name.endsWith('bias');
    const data = new Float32Array(rows * columns);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) data[j * rows + i] = parameters[offset + i * columns + j];
    return [name, { data, shape: isBias ? [columns] : [columns, rows] }];
  });
  return {
    ...Object.fromEntries(arrays),
    input_scales: float64([shape.encoderInputScale, shape.decoderInputScale], 2),
    activation: text(shape.activation),
    decoder_mean: text(shape.decoderMean),
    log_variance_centre: float64([shape.logVarianceCentre ?? 0], 1),
  };
}

/** Writes those of the networks among the arrays into the flat parameters. */
export function takeNetworks(
  layout: ParameterLayout,
  arrays: Taken,
  parameters: Float32Array,
): void {
  for (const [name, { offset, rows, columns }] of placesOf(layout)) {
    const values = arrays[name];
    if (!values) continue;
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) parameters[offset + i * columns + j] = values[j * rows + i];
  }
}

// ---- reading back -----------------------------------------------------------------------------

/** Numbers by the names of the arrays they come from. */
export type Taken = Readonly<Record<string, Float64Array>>;

/** Differences below this, relative to the largest value, are rounding. */
const SAME = 1e-9;

/**
 * Of the arrays that the table says are read, those that differ from the model's own.
 *
 * @throws RangeError that names the first that has another shape or holds what is no number
 */
export function changedArrays(table: ArrayTable, own: NamedArrays, given: NamedArrays): Taken {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, array]) => {
      const mine = own[name];
      if (!mine || !rowOf(table, name)?.isRead) return [];
      const values = numbersOf(name, array, mine.shape);
      const before = Array.from(mine.data, Number);
      const largest = before.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const differs = values.some((value, at) => !(Math.abs(value - before[at]) <= SAME * largest));
      return differs ? [[name, values]] : [];
    }),
  );
}

function numbersOf(name: string, { data, shape }: NamedArray, expected: readonly number[]) {
  if (shape.length !== expected.length || shape.some((size, axis) => size !== expected[axis])) {
    const message = `The array "${name}" has the shape ${sizes(shape)}; this model's has ${sizes(expected)}.`;
    throw new RangeError(message);
  }
  const values = Float64Array.from(data, Number);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return values;
  const found = shortened(String(data[bad]));
  throw new RangeError(`The array "${name}" holds ${found} at ${place(bad, shape)}.`);
}

const sizes = (shape: readonly number[]): string => `(${shape.join(', ')})`;

/** "[2, 0]", as NumPy counts. */
function place(index: number, shape: readonly number[]): string {
  const at = [];
  let rest = index;
  for (const size of shape.toReversed()) {
    at.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `[${at.join(', ')}]`;
}

/** Throws a RangeError unless all are greater than 0. */
export const requirePositive = (name: string, values: Float64Array): void =>
  requireMore(name, values, 0);

/** Throws a RangeError unless all are greater than `least`. */
export function requireMore(name: string, values: Float64Array, least: number): void {
  const bad = values.findIndex((value) => !(value > least));
  if (bad < 0) return;
  const at = values.length > 1 ? ` at [${bad}]` : '';
  throw new RangeError(`The array "${name}" holds ${values[bad]}${at}; expected > ${least}.`);
}

/** How far shares may be from 1 in sum: rounding of Float32. */
const ROUNDING = 1e-5;

/** Rows of numbers >= 0 that sum to 1, made to do so to the last digit. */
export function sharesOf(name: string, values: Float64Array, width: number): Float64Array {
  const shares = values.slice();
  for (let from = 0; from < values.length; from += width) {
    const row = values.subarray(from, from + width);
    const bad = row.findIndex((value) => !(value >= 0));
    const of = values.length > width ? `Row ${from / width} of the array` : 'The array';
    if (bad >= 0) throw new RangeError(`${of} "${name}" holds ${row[bad]}; expected 0 or more.`);
    const sum = row.reduce((total, value) => total + value, 0);
    if (!(Math.abs(sum - 1) <= ROUNDING))
      throw new RangeError(`${of} "${name}" sums to ${Number(sum.toPrecision(6))}; expected 1.`);
    for (let i = from; i < from + width; i++) shares[i] /= sum;
  }
  return shares;
}

/** Rounding allowed between entries that should be equal, relative to the largest. */
const ASYMMETRY = 1e-6;

/** Throws a RangeError unless all p x p matrices are symmetric and positive definite. */
export function requireCovariances(name: string, values: Float64Array, p: number): void {
  const count = values.length / (p * p);
  for (let k = 0; k < count; k++) {
    const matrix = values.slice(k * p * p, (k + 1) * p * p);
    const of = count > 1 ? `Matrix ${k} of the array "${name}"` : `The array "${name}"`;
    const most = matrix.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    const isSymmetric = matrix.every(
      (value, at) =>
        Math.abs(value - matrix[(at % p) * p + Math.floor(at / p)]) <= ASYMMETRY * most,
    );
    if (!isSymmetric) throw new RangeError(`${of} is not symmetric.`);
    if (cholesky(matrix, 0, p) !== POSITIVE_DEFINITE)
      throw new RangeError(`${of} is not positive definite.`);
  }
}
