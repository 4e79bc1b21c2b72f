/** A row-major matrix as nested plain arrays. */
export function inRows(values: ArrayLike<number>, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => values[row * columns + column]),
  );
}
