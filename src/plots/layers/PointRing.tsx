import type { Cloud, PlanePoint } from '../plane/coordinates.ts';
import { cloudX, cloudY } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';

export interface PointRingProps {
  readonly frame: Frame<PlanePoint<string>>;
  readonly row: number | null;
  /** The same row in each of these is ringed; consecutive ones are linked. */
  readonly clouds: readonly Cloud[];
  readonly selected?: boolean;
}

/** The ring around a hovered or selected point, the same in all plots. */
export function PointRing({ frame, row, clouds, selected = false }: PointRingProps) {
  if (row === null) return null;
  const places = clouds
    .filter((cloud) => row < cloud.count)
    .map((cloud) => [frame.screenX(cloudX(cloud, row)), frame.screenY(cloudY(cloud, row))] as const)
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  return (
    <g aria-hidden="true">
      {places.slice(1).map(([x, y], index) => (
        <line
          key={`link ${x} ${y}`}
          className="plot-hover-link"
          x1={places[index][0]}
          y1={places[index][1]}
          x2={x}
          y2={y}
        />
      ))}
      {places.map(([x, y]) => (
        <circle
          key={`${x} ${y}`}
          className="plot-hover-ring"
          data-selected={selected}
          cx={x}
          cy={y}
          r={7}
        />
      ))}
    </g>
  );
}
