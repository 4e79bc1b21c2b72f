import type { Pen, Stamp, Stroke } from '../pen/pen.ts';
import type { Cloud, PlanePoint } from '../plane/coordinates.ts';
import { cloudX, cloudY } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import { colour } from '../style/palette.ts';
import { symbolOf } from '../style/symbols.ts';
import type { Theme } from '../style/theme.ts';

type AnyFrame = Frame<PlanePoint<string>>;

const CONFIDENCE_FLOOR = 0.3;
const DIMMED = 0.12;

/** Radius of a mark, CSS pixels: smaller where there are many. */
export const markRadius = (count: number): number =>
  Math.max(1.6, Math.min(3.6, 3.6 * (600 / Math.max(1, count)) ** 0.25));

export interface ClusterMarks {
  readonly cloud: Cloud;
  /** N: cluster of each point; negative for none. */
  readonly clusters: ArrayLike<number>;
  /** N: 0..1; less certain points are paler. */
  readonly confidence?: ArrayLike<number> | undefined;
  readonly radius: number;
  readonly opacity: number;
  readonly halo: string | null;
  /** Points of all other clusters are dimmed. */
  readonly emphasised: number | null;
}

/** Points in the colour and mark of their cluster. */
export function paintClusterMarks(
  pen: Pen,
  frame: AnyFrame,
  theme: Theme,
  marks: ClusterMarks,
): void {
  const { cloud, clusters, confidence, radius, halo, emphasised } = marks;
  const stamps = new Map<number, Stamp>();
  for (let row = 0; row < cloud.count; row++) {
    const x = frame.screenX(cloudX(cloud, row));
    const y = frame.screenY(cloudY(cloud, row));
    if (!isNear(frame, x, y)) continue;
    const cluster = clusters[row];
    let stamp = stamps.get(cluster);
    if (stamp === undefined) {
      stamp = pen.stamp({
        symbol: symbolOf(cluster),
        colour: colour(cluster, theme),
        radius,
        halo,
      });
      stamps.set(cluster, stamp);
    }
    const sure =
      confidence === undefined ? 1 : CONFIDENCE_FLOOR + (1 - CONFIDENCE_FLOOR) * confidence[row];
    const seen = emphasised === null || emphasised === cluster ? 1 : DIMMED;
    stamp.place(x, y, marks.opacity * sure * seen);
  }
}

/** Points as plain dots. */
export function paintDots(
  pen: Pen,
  frame: AnyFrame,
  cloud: Cloud,
  dot: { readonly colour: string; readonly radius: number; readonly opacity: number },
): void {
  const stamp = pen.stamp({ symbol: 0, colour: dot.colour, radius: dot.radius, halo: null });
  for (let row = 0; row < cloud.count; row++) {
    const x = frame.screenX(cloudX(cloud, row));
    const y = frame.screenY(cloudY(cloud, row));
    if (isNear(frame, x, y)) stamp.place(x, y, dot.opacity);
  }
}

/** A thin line from each point of one cloud to the same row of the other. */
export function paintLinks(
  pen: Pen,
  frame: AnyFrame,
  from: Cloud,
  to: Cloud,
  stroke: Stroke,
): void {
  pen.begin();
  const count = Math.min(from.count, to.count);
  for (let row = 0; row < count; row++) {
    pen.moveTo(frame.screenX(cloudX(from, row)), frame.screenY(cloudY(from, row)));
    pen.lineTo(frame.screenX(cloudX(to, row)), frame.screenY(cloudY(to, row)));
  }
  pen.stroke(stroke);
}

/**
 * The lines of a lattice: points is lines x lines x 2, row-major by row, column.
 * Rows and columns have their own colours, so that one can follow a line through a map.
 */
export function paintLattice(
  pen: Pen,
  frame: AnyFrame,
  lines: number,
  points: ArrayLike<number>,
  rowStroke: Stroke,
  columnStroke: Stroke,
): void {
  paintLatticeLines(pen, frame, lines, points, lines, 1);
  pen.stroke(rowStroke);
  paintLatticeLines(pen, frame, lines, points, 1, lines);
  pen.stroke(columnStroke);
}

function paintLatticeLines(
  pen: Pen,
  frame: AnyFrame,
  lines: number,
  points: ArrayLike<number>,
  lineStride: number,
  stepStride: number,
): void {
  pen.begin();
  for (let line = 0; line < lines; line++) {
    for (let step = 0; step < lines; step++) {
      const at = 2 * (line * lineStride + step * stepStride);
      const x = frame.screenX(points[at]);
      const y = frame.screenY(points[at + 1]);
      if (step === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
  }
}

/** The same lattice where it is straight: the values both coordinates take. */
export function straightLattice(coordinates: readonly number[]): Float32Array {
  const lines = coordinates.length;
  const points = new Float32Array(2 * lines * lines);
  for (let row = 0; row < lines; row++) {
    for (let column = 0; column < lines; column++) {
      points[2 * (row * lines + column)] = coordinates[column];
      points[2 * (row * lines + column) + 1] = coordinates[row];
    }
  }
  return points;
}

/** Close enough to be seen; false for positions that are not finite. */
const isNear = (frame: AnyFrame, x: number, y: number): boolean =>
  x > -20 && y > -20 && x < frame.width + 20 && y < frame.height + 20;
