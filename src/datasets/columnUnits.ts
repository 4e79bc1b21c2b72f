/**
 * Own data in their own units. Models learn numbers of a convenient size; whatever a person reads,
 * exports or hears is in the units of the data. This is the one way from the one to the other.
 */

/** How the numbers of one column are read: own units = offset + scale * model units. */
export interface ColumnUnit {
  readonly offset: number;
  /** Greater than 0. */
  readonly scale: number;
}

/** One for each column of a data set. */
export type ColumnUnits = readonly ColumnUnit[];

/** The unit of numbers that a model takes as they are. */
export const MODEL_UNIT: ColumnUnit = { offset: 0, scale: 1 };

export const modelUnits = (columns: number): ColumnUnits =>
  new Array<ColumnUnit>(columns).fill(MODEL_UNIT);

/** A value of a column in own units. */
export const toOwn = ({ offset, scale }: ColumnUnit, value: number): number =>
  offset + scale * value;

/** A value of a column in model units. */
export const fromOwn = ({ offset, scale }: ColumnUnit, value: number): number =>
  (value - offset) / scale;

/** How far a Float32 can be from what it stands for, relative to it. */
const FLOAT32_ERROR = 2 ** -24;

/**
 * A Float32 of a column in own units, with a digit more than it is good for: enough to get it back,
 * without those that only look precise.
 */
export function roundedToOwn(unit: ColumnUnit, value: number): number {
  const own = toOwn(unit, value);
  const error = Math.abs(unit.scale * value) * FLOAT32_ERROR;
  const digits = Math.floor(Math.log10(Math.abs(own) / error)) + 2;
  return digits > 0 && digits < 17 ? Number(own.toPrecision(digits)) : own;
}

const MOST_DECIMALS = 6;
const MOST_PLAIN = 1e9;

/**
 * A value of a column in words: in own units, to a hundredth of a model unit, which is a thousandth
 * of how far the data spread.
 */
export function ownText(unit: ColumnUnit, value: number): string {
  const own = toOwn(unit, value);
  const resolution = Math.floor(Math.log10(unit.scale)) - 2;
  const decimals = Math.max(0, -resolution);
  const text =
    decimals > MOST_DECIMALS || Math.abs(own) >= MOST_PLAIN
      ? inPowers(own, resolution)
      : own.toFixed(decimals);
  // What rounds to nothing has no sign.
  return /[1-9]/.test(text) ? text.replaceAll('-', '−') : text.replace('-', '');
}

/** "1.602e−19" */
function inPowers(value: number, resolution: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const digits = Math.floor(Math.log10(Math.abs(value))) - resolution;
  return String(Number(value.toPrecision(Math.min(17, Math.max(1, digits + 1)))));
}

/** Rows of model units (N x D, row-major), in own units. */
export const inOwnUnits = (units: ColumnUnits, values: ArrayLike<number>): number[] =>
  Array.from(values, (value, at) => toOwn(units[at % units.length], value));

/** Rows of own units (N x D, row-major) as a model takes them. */
export const inModelUnits = (units: ColumnUnits, values: ArrayLike<number>): Float32Array =>
  Float32Array.from(values, (value, at) => fromOwn(units[at % units.length], value));

/** A covariance (D x D, row-major) in products of own units. */
export const covarianceInOwnUnits = (
  units: ColumnUnits,
  covariance: ArrayLike<number>,
): number[] => {
  const d = units.length;
  return Array.from(
    covariance,
    (value, at) => units[Math.floor(at / d)].scale * units[at % d].scale * value,
  );
};

/** D: log of how long a model unit is in own units. */
export const logScales = (units: ColumnUnits): number[] =>
  units.map(({ scale }) => Math.log(scale));

/**
 * log of the volume in own units of one unit of model space. A log-density over own units is that
 * over model units less this: by it, figures compare with those of other programs on the raw data.
 */
export const logVolume = (units: ColumnUnits): number =>
  logScales(units).reduce((sum, log) => sum + log, 0);

/** In what distances across all columns are measured. */
export interface DistanceUnit {
  /** Distances in model units times this are in the unit. */
  readonly scale: number;
  /** Own units where all columns share a scale; otherwise what each column was divided by. */
  readonly unit: 'own units' | 'standard deviations' | 'column ranges';
}

/** Of data that are in model units already. */
export const MODEL_DISTANCE: DistanceUnit = { scale: 1, unit: 'own units' };
