/** The straight line of a column of rows x D by least squares: its value at row t is level + slope (t - middle). */
export interface StraightLine {
  readonly middle: number;
  readonly level: number;
  readonly slope: number;
}

/** Over the first `rows` rows that have a value; NaN is none. Level and slope are 0 where none has. */
export function straightLine(
  values: ArrayLike<number>,
  rows: number,
  D: number,
  column: number,
): StraightLine {
  let [count, middle, level] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const value = values[row * D + column];
    if (Number.isNaN(value)) continue;
    count += 1;
    middle += (row - middle) / count;
    level += (value - level) / count;
  }
  let [squares, products] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const value = values[row * D + column];
    if (Number.isNaN(value)) continue;
    squares += (row - middle) ** 2;
    products += (row - middle) * (value - level);
  }
  return { middle, level, slope: squares > 0 ? products / squares : 0 };
}

/** Rows x D less the straight line of each column over the first `fitted` rows. */
export function aroundLines(
  values: ArrayLike<number>,
  D: number,
  fitted = values.length / D,
): Float64Array {
  const lines = Array.from({ length: D }, (_, column) => straightLine(values, fitted, D, column));
  return Float64Array.from(values, (value, at) => {
    const { middle, level, slope } = lines[at % D];
    return value - level - slope * (Math.floor(at / D) - middle);
  });
}
