import styles from './Miniature.module.css';

export interface MiniatureProps {
  /** What the picture shows, in a sentence. */
  readonly label: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly colour: string }[];
  /** Half-axes along the ellipse's own axes, the first of which is at `angle` radians. */
  readonly ellipses?: readonly {
    readonly x: number;
    readonly y: number;
    readonly halfAxes: readonly [number, number];
    readonly angle: number;
    readonly colour: string;
  }[];
}

const MARGIN = 0.06;

/** A small picture of a result: points and ellipses in the plane, y upwards, fitted to its box. */
export function Miniature({ label, points, ellipses = [] }: MiniatureProps) {
  const box = boundsOf([...points, ...ellipses.flatMap(cornersOf)]);
  const size = Math.max(box.right - box.left, box.top - box.bottom) || 1;
  const margin = MARGIN * size;
  const view = [
    box.left - margin,
    -box.top - margin,
    box.right - box.left + 2 * margin,
    box.top - box.bottom + 2 * margin,
  ];
  return (
    <svg className={styles.miniature} role="img" aria-label={label} viewBox={view.join(' ')}>
      {ellipses.map(({ x, y, halfAxes, angle, colour }) => (
        <ellipse
          key={`${x},${y}`}
          rx={halfAxes[0]}
          ry={halfAxes[1]}
          transform={`translate(${x} ${-y}) rotate(${(-angle * 180) / Math.PI})`}
          fill={colour}
          fillOpacity={0.14}
          stroke={colour}
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {points.map(({ x, y, colour }) => (
        <circle key={`${x},${y}`} cx={x} cy={-y} r={size / 130} fill={colour} />
      ))}
    </svg>
  );
}

function boundsOf(places: readonly { readonly x: number; readonly y: number }[]) {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  if (places.length === 0) return { left: 0, right: 1, bottom: 0, top: 1 };
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
}

/** The corners of the upright box around an ellipse. */
function cornersOf({ x, y, halfAxes, angle }: NonNullable<MiniatureProps['ellipses']>[number]) {
  const [major, minor] = halfAxes;
  const width = Math.hypot(major * Math.cos(angle), minor * Math.sin(angle));
  const height = Math.hypot(major * Math.sin(angle), minor * Math.cos(angle));
  return [
    { x: x - width, y: y - height },
    { x: x + width, y: y + height },
  ];
}
