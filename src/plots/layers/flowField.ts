/** d x d transition matrix, row by row. */
export interface Transition {
  readonly values: ArrayLike<number>;
  /** d. */
  readonly dimension: number;
}

/** One step of the dynamics from a place in the shown plane: (A x - x) in both shown dimensions. */
export interface FlowArrow {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * x' = A x on a grid of the plane of two latents, all others held at zero: the flow a state
 * in that plane starts with, though A may carry it out of the plane.
 */
export function flowField(
  { values, dimension }: Transition,
  [i, j]: readonly [number, number],
  xs: readonly number[],
  ys: readonly number[],
): FlowArrow[] {
  const at = (row: number, column: number): number => values[row * dimension + column];
  return ys.flatMap((y) =>
    xs.map((x) => ({
      x,
      y,
      dx: at(i, i) * x + at(i, j) * y - x,
      dy: at(j, i) * x + at(j, j) * y - y,
    })),
  );
}

/** `count` values in the middle of equal parts of [from, to]. */
export const cellMiddles = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * (index + 0.5)) / count);
