import { useScene } from '../plane/scene.ts';

interface PathProps {
  /** Coordinates, oldest first. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** That of a landscape's path by default. */
  readonly colour?: string;
}

/** Where something has been, from its start on. */
export function Path({ x, y, colour }: PathProps) {
  const { frame, clip } = useScene();
  if (x.length === 0) return null;
  const points = x
    .map((value, i) => `${frame.screenX(value).toFixed(1)},${frame.screenY(y[i]).toFixed(1)}`)
    .join(' ');
  return (
    <>
      <g clipPath={clip}>
        <polyline className="landscape-path-halo" points={points} />
        <polyline className="landscape-path" points={points} style={{ stroke: colour }} />
      </g>
      <circle
        className="landscape-start"
        cx={frame.screenX(x[0])}
        cy={frame.screenY(y[0])}
        r={3.5}
        style={{ stroke: colour }}
      />
    </>
  );
}
