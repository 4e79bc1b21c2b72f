import type { Interval } from './intervals.ts';
import type { TimeFrame } from './timeScale.ts';

/** T x d values, row by row. */
export interface Trajectories {
  readonly values: ArrayLike<number>;
  /** d. */
  readonly dimension: number;
  /** Step of the first row. */
  readonly start: number;
}

export const trajectorySteps = ({ values, dimension }: Trajectories): number =>
  dimension > 0 ? Math.floor(values.length / dimension) : 0;

/** The range of all finite values of the steps in [from, to), or null if there are none. */
export function trajectoryInterval(
  { values, dimension, start }: Trajectories,
  from: number,
  to: number,
): Interval | null {
  const rows = trajectorySteps({ values, dimension, start });
  let low = Infinity;
  let high = -Infinity;
  const last = dimension * Math.min(rows, to - start);
  for (let i = dimension * Math.max(0, from - start); i < last; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? { low, high } : null;
}

/** One of d trajectories over the steps a frame shows: its values, and the step of the first. */
export function shownColumn(
  { values, dimension, start }: Trajectories,
  column: number,
  { domain }: Pick<TimeFrame, 'domain'>,
): { readonly from: number; readonly values: Float64Array } {
  const rows = trajectorySteps({ values, dimension, start });
  const from = Math.max(start, domain.from);
  const to = Math.max(from, Math.min(start + rows, domain.to));
  const shown = new Float64Array(to - from);
  for (let step = from; step < to; step++) {
    shown[step - from] = values[(step - start) * dimension + column];
  }
  return { from, values: shown };
}

const BAND_DEVIATIONS = 2;
const short = (value: number): string => value.toFixed(1);

/** SVG path of mean ± 2 standard deviations over steps; values that are not finite interrupt it. */
export function bandPath(
  means: ArrayLike<number>,
  deviations: ArrayLike<number>,
  toX: (index: number) => number,
  toY: (value: number) => number,
): string {
  let path = '';
  let index = 0;
  while (index < means.length) {
    const from = index;
    while (index < means.length && Number.isFinite(means[index] + deviations[index])) index++;
    if (index > from) {
      const upper: string[] = [];
      const lower: string[] = [];
      for (let i = from; i < index; i++) {
        const reach = BAND_DEVIATIONS * deviations[i];
        upper.push(`${short(toX(i))},${short(toY(means[i] + reach))}`);
        lower.push(`${short(toX(i))},${short(toY(means[i] - reach))}`);
      }
      path += `M${upper.join('L')}L${lower.toReversed().join('L')}Z`;
    }
    index++;
  }
  return path;
}

/** A strip of the chart for one trajectory, and where its values lie in it. */
export interface Lane {
  readonly top: number;
  readonly height: number;
  y(value: number): number;
}

/** More trajectories than this would hide each other: each gets a lane of its own. */
const MOST_OVERLAID = 4;
export const usesLanes = (dimension: number): boolean => dimension > MOST_OVERLAID;

/** Lanes of equal height with the same range, the first on top; or one for all. */
export function layLanes(
  top: number,
  height: number,
  { low, high }: Interval,
  dimension: number,
  apart: boolean,
): readonly Lane[] {
  const each = apart ? height / Math.max(1, dimension) : height;
  // Neighbours may touch, but not overlap.
  const air = apart ? Math.min(3, each * 0.08) : 0;
  return Array.from({ length: dimension }, (_, index) => {
    const from = top + (apart ? each * index : 0);
    const unit = (each - 2 * air) / (high - low || 1);
    return { top: from, height: each, y: (value) => from + each - air - (value - low) * unit };
  });
}
