/** Several trajectories over the same steps. */
import type { Axis } from './axes.ts';
import type { Interval } from './intervals.ts';

/** T x d values, row by row, as d trajectories of T steps. */
export function columnsOf(values: ArrayLike<number>, dimension: number): readonly Float64Array[] {
  const rows = Math.floor(values.length / dimension);
  return Array.from({ length: dimension }, (_, column) => {
    const one = new Float64Array(rows);
    for (let row = 0; row < rows; row++) one[row] = values[row * dimension + column];
    return one;
  });
}

/** More trajectories than this would hide each other: each gets a lane of its own. */
const MOST_OVERLAID = 4;
export const usesLanes = (dimension: number): boolean => dimension > MOST_OVERLAID;

/** Where values of one trajectory are drawn that has row `lane` of an axis to itself. */
export function inLane(
  { at }: Pick<Axis, 'at'>,
  lane: number,
  { low, high }: Interval,
): (value: number) => number {
  const height = at(lane + 1) - at(lane);
  // Neighbours may touch, but not overlap.
  const air = Math.min(3, height * 0.08);
  const unit = (height - 2 * air) / (high - low || 1);
  return (value) => at(lane + 1) - air - (value - low) * unit;
}
