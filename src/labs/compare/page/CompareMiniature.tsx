import { useMemo } from 'react';
import { ClusterDots } from '../../../plots/layers/ClusterDots.tsx';
import { cloudOf } from '../../../plots/plane/coordinates.ts';
import { cloudExtent } from '../../../plots/plane/extent.ts';
import { createFrame } from '../../../plots/plane/frame.ts';
import { StillPlane } from '../../../plots/plane/StillPlane.tsx';
import { MODEL_LOOK } from '../../../plots/style/modelStyle.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import '../../../plots/style/plots.css';

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

/** Small still pictures of the same data under several models. */
export function CompareMiniature({ panels, label }: CompareMiniatureProps) {
  const theme = useTheme();
  const frame = useMemo(() => {
    const all = panels.flatMap(({ points }) => points);
    const extent = cloudExtent(cloudOf(all, 2));
    const half = extent === null ? 1 : Math.max(...Object.values(extent).map(Math.abs));
    return createFrame(HALF, HALF, { x: 0, y: 0, half }, MARGIN);
  }, [panels]);
  return (
    <svg className="plot" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
      <StillPlane frame={frame}>
        {panels.map(({ points, clusters }, panel) => (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: the panels are four, in an order that never changes
            key={panel}
            transform={`translate(${(panel % 2) * HALF} ${Math.floor(panel / 2) * HALF})`}
          >
            <ClusterDots
              cloud={cloudOf(points, 2)}
              clusters={clusters}
              plain={MODEL_LOOK[theme].vae.colour}
              width={3}
              opacity={0.8}
            />
          </g>
        ))}
      </StillPlane>
      <path
        d={`M${HALF},${MARGIN.top}V${SIDE - MARGIN.bottom}M${MARGIN.left},${HALF}H${SIDE - MARGIN.right}`}
        stroke="var(--hairline)"
      />
    </svg>
  );
}
