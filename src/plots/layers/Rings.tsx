import type { Cloud } from '../plane/coordinates.ts';
import { cloudX, cloudY } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';

/** Rings around the rows that are chosen and pointed at, the same in all planes. */
export function Rings() {
  const { picking } = useScene();
  const { clouds, selected, hovered } = picking ?? { clouds: [] };
  return (
    <>
      <Ring row={selected} clouds={clouds} selected />
      <Ring row={hovered} clouds={clouds} />
    </>
  );
}

interface RingProps {
  readonly row: number | null | undefined;
  /** The same row in each of these is ringed; consecutive ones are linked. */
  readonly clouds: readonly Cloud[];
  readonly selected?: boolean;
}

/** The ring around one row. */
export function Ring({ row, clouds, selected = false }: RingProps) {
  const { frame, clip } = useScene();
  if (row == null) return null;
  const places = clouds
    .filter((cloud) => row < cloud.count)
    .map((cloud) => [frame.screenX(cloudX(cloud, row)), frame.screenY(cloudY(cloud, row))] as const)
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  return (
    <g clipPath={clip} pointerEvents="none" aria-hidden="true">
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
