import { grouped } from './words.ts';

/** Own points or series as links carry them: N x D, row-major, in the user's units; NaN is missing. */
export interface LinkedPoints {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly values: Float64Array;
  readonly labels: Int32Array | null;
}

/** More points than this make a link too long to send. */
export const MAX_LINKED_POINTS = 200;

/** 10 to this power is still a number. */
const MOST_DECIMALS = 300;

/** As wide as a series may be. */
const MAX_COLUMNS = 40;

/** Why points cannot go into a link; null when they can. */
export function tooManyForLink(
  points: LinkedPoints & { readonly documents?: unknown },
): string | null {
  if (points.documents !== undefined)
    return `The link cannot carry your ${grouped(points.rows)} texts. Share the model file instead, or the link together with your texts.`;
  if (points.rows <= MAX_LINKED_POINTS) return null;
  return `The link cannot carry your ${grouped(points.rows)} points (at most ${MAX_LINKED_POINTS}). Share the model file instead, or the link together with your data.`;
}

/**
 * Points as plain data, each column rounded: to two decimals, or to as many as keep a thousandth of
 * its extent when its values lie closer together than that.
 */
export function packPoints(points: LinkedPoints): unknown {
  const decimals = points.columns.map((_, column) => decimalsOf(points, column));
  return {
    name: points.name,
    columns: points.columns,
    values: Array.from(points.values, (value, at) =>
      Number.isNaN(value) ? null : rounded(value, decimals[at % decimals.length]),
    ),
    ...(points.labels ? { labels: Array.from(points.labels) } : {}),
  };
}

/** Decimals that keep a thousandth of a column's extent, and two at least. */
function decimalsOf({ columns, values }: LinkedPoints, column: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = column; at < values.length; at += columns.length) {
    if (values[at] < low) low = values[at];
    if (values[at] > high) high = values[at];
  }
  const wanted = high > low ? 3 - Math.floor(Math.log10(high - low)) : 2;
  return Math.min(Math.max(wanted, 2), MOST_DECIMALS);
}

/** Written as text, so that a value of 1e-22 keeps as few digits as one of 1. */
function rounded(value: number, decimals: number): number {
  const steps = Math.round(value * 10 ** decimals);
  // Adding 0 turns a rounded -0 into 0. Beyond whole numbers there is nothing to round.
  return Number.isSafeInteger(steps) ? Number(`${steps}e-${decimals}`) + 0 : value;
}

/** The points of a link, or what is wrong with them. */
export function unpackPoints(data: unknown): LinkedPoints | string {
  if (typeof data !== 'object' || data === null) return 'expected a name, columns and values';
  const { name, columns, values, labels } = data as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string') return 'their name is missing';
  if (!isListOf(columns, (column) => typeof column === 'string'))
    return 'their columns are missing';
  if (columns.length < 1 || columns.length > MAX_COLUMNS) {
    return `they have ${columns.length} columns; expected 1 to ${MAX_COLUMNS}`;
  }
  if (!isListOf(values, (value) => value === null || Number.isFinite(value)))
    return 'their values are not numbers';
  const rows = values.length / columns.length;
  if (!Number.isInteger(rows)) {
    return `${values.length} values do not fill rows of ${columns.length}`;
  }
  if (rows < 2 || rows > MAX_LINKED_POINTS) {
    return `there are ${rows} points; expected 2 to ${MAX_LINKED_POINTS}`;
  }
  if (labels !== undefined) {
    const isLabel = (label: unknown) =>
      Number.isInteger(label) && Number(label) >= -1 && Number(label) < 2 ** 31;
    if (!isListOf(labels, isLabel) || labels.length !== rows) {
      return 'their labels are not one whole number per point';
    }
  }
  return {
    name,
    rows,
    columns: columns.map(String),
    values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
    labels: labels === undefined ? null : Int32Array.from(labels.map(Number)),
  };
}

function isListOf(data: unknown, isItem: (item: unknown) => boolean): data is readonly unknown[] {
  return Array.isArray(data) && data.every(isItem);
}
