import type { Pen, Stamp } from '../pen/pen.ts';
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

/** Close enough to be seen; false for positions that are not finite. */
const isNear = (frame: AnyFrame, x: number, y: number): boolean =>
  x > -20 && y > -20 && x < frame.width + 20 && y < frame.height + 20;
