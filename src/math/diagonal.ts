/** n x n row-major: `value` of each place on the diagonal, elsewhere 0. */
export function diagonal(n: number, value: (i: number) => number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = value(i);
  return matrix;
}
