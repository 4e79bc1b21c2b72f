/** Points being drawn on the data plot, before a model is trained on them. */
import { NO_CLASS, type OwnData } from '../../../../datasets/ownData.ts';

export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  /** Class from 0; `NO_CLASS` for a loaded point without one. */
  readonly label: number;
}

/** Classes one can draw; more would be hard to tell apart on the brush. */
export const DRAWN_CLASSES = 6;

/** A stroke held down for minutes should not make a data set that no longer answers at once. */
export const MOST_DRAWN = 5000;

export function withPoints(
  drawn: readonly DrawnPoint[],
  added: readonly (readonly [number, number])[],
  label: number,
): readonly DrawnPoint[] {
  const room = MOST_DRAWN - drawn.length;
  if (room <= 0) return drawn;
  return [...drawn, ...added.slice(0, room).map(([x, y]) => ({ x, y, label }))];
}

export function withoutPoints(
  drawn: readonly DrawnPoint[],
  centre: readonly [number, number],
  radius: number,
): readonly DrawnPoint[] {
  return drawn.filter(({ x, y }) => Math.hypot(x - centre[0], y - centre[1]) > radius);
}

/** Two-dimensional own data as drawn points, to go on drawing; none if they cannot be drawn. */
export function drawnFrom(own: OwnData | null): readonly DrawnPoint[] {
  if (own?.columns.length !== 2 || own.rows > MOST_DRAWN) return [];
  return Array.from({ length: own.rows }, (_, row) => ({
    x: own.values[2 * row],
    y: own.values[2 * row + 1],
    label: (own.labels?.[row] ?? 0) % DRAWN_CLASSES,
  }));
}

/** N x 2 coordinates and N classes, as a plot takes them. */
export function drawnArrays(drawn: readonly DrawnPoint[]): {
  readonly values: Float32Array;
  readonly labels: Int32Array;
} {
  return {
    values: Float32Array.from(drawn.flatMap(({ x, y }) => [x, y])),
    labels: Int32Array.from(drawn, ({ label }) => label),
  };
}

/**
 * Own data to train on. Labels only if there is more than one class: one class tells nothing.
 * `NO_CLASS` has no place among the classes, so it stays -1.
 */
export function ownDataFrom(drawn: readonly DrawnPoint[]): OwnData {
  const known = drawn.map(({ label }) => label).filter((label) => label !== NO_CLASS);
  const classes = [...new Set(known)].sort((a, b) => a - b);
  return {
    name: 'Drawn points',
    rows: drawn.length,
    columns: ['x', 'y'],
    values: Float64Array.from(drawn.flatMap(({ x, y }) => [x, y])),
    labels:
      classes.length > 1 ? Int32Array.from(drawn, ({ label }) => classes.indexOf(label)) : null,
  };
}
