import { useMemo } from 'react';
import type { Data } from '../plane/coordinates.ts';
import { cloudOf, cloudX, cloudY } from '../plane/coordinates.ts';
import { cloudExtent } from '../plane/extent.ts';
import { createFrame } from '../plane/frame.ts';
import { MODEL_LOOK } from '../style/modelLook.ts';
import { colour } from '../style/palette.ts';
import { useTheme } from '../style/theme.ts';
import '../style/plots.css';

/** A plane of points, some hundred of them. */
export interface MiniaturePanel {
  /** N x 2 */
  readonly points: readonly number[];
  /** N; null draws all points in one colour. */
  readonly clusters: readonly number[] | null;
}

export interface CompareMiniatureProps {
  /** Four, drawn two by two. */
  readonly panels: readonly MiniaturePanel[];
  /** What the picture shows, for screen readers. */
  readonly label: string;
}

const SIDE = 240;
const HALF = SIDE / 2;
const MARGIN = { left: 8, right: 8, top: 8, bottom: 8 };
const NO_CLUSTER = -1;

/** Small still pictures of the same data under several models. */
export function CompareMiniature({ panels, label }: CompareMiniatureProps) {
  const theme = useTheme();
  const drawn = useMemo(() => {
    const extent = cloudExtent(
      cloudOf(
        panels.flatMap(({ points }) => points),
        2,
      ),
    );
    const half = extent === null ? 1 : Math.max(...Object.values(extent).map(Math.abs));
    const frame = createFrame<Data>(HALF, HALF, { x: 0, y: 0, half }, MARGIN);
    return panels.map(({ points, clusters }) => {
      const cloud = cloudOf(points, 2);
      // One path per cluster: a card should not hold hundreds of elements.
      const marks = new Map<number, string>();
      for (let row = 0; row < cloud.count; row++) {
        const cluster = clusters?.[row] ?? NO_CLUSTER;
        const x = frame.screenX(cloudX(cloud, row)).toFixed(1);
        const y = frame.screenY(cloudY(cloud, row)).toFixed(1);
        marks.set(cluster, `${marks.get(cluster) ?? ''}M${x},${y}h0`);
      }
      return [...marks];
    });
  }, [panels]);
  return (
    <svg className="plot" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
      {drawn.map((marks, panel) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: the panels are four, in an order that never changes
          key={panel}
          transform={`translate(${(panel % 2) * HALF} ${Math.floor(panel / 2) * HALF})`}
        >
          {marks.map(([cluster, d]) => (
            <path
              key={cluster}
              d={d}
              stroke={
                cluster === NO_CLUSTER ? MODEL_LOOK[theme].vae.colour : colour(cluster, theme)
              }
              strokeWidth={3}
              strokeLinecap="round"
              opacity={0.8}
            />
          ))}
        </g>
      ))}
      <path
        d={`M${HALF},${MARGIN.top}V${SIDE - MARGIN.bottom}M${MARGIN.left},${HALF}H${SIDE - MARGIN.right}`}
        stroke="var(--hairline)"
      />
    </svg>
  );
}
