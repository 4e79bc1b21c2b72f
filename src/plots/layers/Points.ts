import type { Stamp } from '../pen/pen.ts';
import { type Cloud, cloudX, cloudY } from '../plane/coordinates.ts';
import { isNear } from '../plane/frame.ts';
import { painted } from '../plane/layer.ts';
import { DIMMED_MARKS, type MarkStyle, marks } from '../style/marks.ts';
import { symbolOf } from '../style/symbols.ts';

export interface PointsProps {
  readonly cloud: Cloud;
  /** N: cluster of each point, negative for none; or the cluster of all. Without, all are plain dots. */
  readonly clusters?: ArrayLike<number> | number | null | undefined;
  /** N: 0..1; less certain points are paler. */
  readonly confidence?: ArrayLike<number> | undefined;
  /** Points of all other clusters are dimmed. */
  readonly emphasised?: number | null | undefined;
  /** How many points there are, which decides on the size of each; those of the cloud unless given. */
  readonly among?: number | undefined;
  /** Of plain dots; that of observations unless given. */
  readonly colour?: string | undefined;
  readonly hasHalo?: boolean | undefined;
  readonly style?: MarkStyle | undefined;
}

/** Radius of a mark, CSS pixels: smaller where there are many. */
export const markRadius = (count: number): number =>
  Math.max(1.6, Math.min(3.6, 3.6 * (600 / Math.max(1, count)) ** 0.25));

/** Points in the colour and mark of their cluster, or as plain dots. */
export const Points = painted<PointsProps>(
  (pen, frame, style, props) => {
    const { cloud, clusters = null, confidence, emphasised = null, hasHalo = true } = props;
    const { size, opacity, least = 0, floor = 1 }: MarkStyle = props.style ?? marks.point;
    const radius = Math.max(least, style.markSize * size * markRadius(props.among ?? cloud.count));
    const halo = hasHalo ? style.ink.surface : null;
    const stamps = new Map<number | null, Stamp>();
    const makeStamp = (cluster: number | null): Stamp =>
      cluster === null
        ? pen.stamp({
            symbol: 0,
            colour: props.colour ?? style.ink.observation,
            radius,
            halo: null,
          })
        : pen.stamp({ symbol: symbolOf(cluster), colour: style.colour(cluster), radius, halo });
    for (let row = 0; row < cloud.count; row++) {
      const x = frame.screenX(cloudX(cloud, row));
      const y = frame.screenY(cloudY(cloud, row));
      if (!isNear(frame, x, y)) continue;
      const cluster = clusters === null || typeof clusters === 'number' ? clusters : clusters[row];
      let stamp = stamps.get(cluster);
      if (stamp === undefined) {
        stamp = makeStamp(cluster);
        stamps.set(cluster, stamp);
      }
      const sure = confidence === undefined ? 1 : floor + (1 - floor) * confidence[row];
      const seen = emphasised === null || emphasised === cluster ? 1 : DIMMED_MARKS;
      stamp.place(x, y, opacity * sure * seen);
    }
  },
  ({ cloud }) => cloud.count,
);
