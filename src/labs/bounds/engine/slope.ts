/** Slopes of lines on logarithmic axes. */
import { type GradientView, type SignalMark, standsOut } from '../snapshot.ts';

const FEWEST = 3;

/** Least squares; the error is that of independent places with these errors along y. */
function lineThrough(x: readonly number[], y: readonly number[], errors: readonly number[]) {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const spread = sumOf(x.map((value) => (value - mean) ** 2));
  return {
    slope: sumOf(x.map((value, i) => (value - mean) * y[i])) / spread,
    error: Math.sqrt(sumOf(x.map((value, i) => ((value - mean) * errors[i]) ** 2))) / spread,
  };
}

/** d log ratio / d log K at the sizes; null where a ratio is not positive. */
export function exactSlope(sizes: readonly number[], ratios: readonly number[]): number | null {
  if (!ratios.every((ratio) => ratio > 0)) return null;
  const none = ratios.map(() => 0);
  return lineThrough(sizes.map(Math.log), ratios.map(Math.log), none).slope;
}

export function measuredSlope(marks: readonly SignalMark[]): GradientView['measuredSlope'] {
  const counted = marks.filter(({ ratio, ratioError }) => standsOut(ratio, ratioError));
  if (counted.length < FEWEST) return null;
  return lineThrough(
    counted.map(({ samples }) => Math.log(samples)),
    counted.map(({ ratio }) => Math.log(ratio)),
    counted.map(({ ratio, ratioError }) => ratioError / ratio),
  );
}
