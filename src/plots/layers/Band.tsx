import { bandPath, linePath } from '../chart/paths.ts';
import { useScene } from '../plane/scene.ts';

/** After the point, in paths. */
const DIGITS = 3;

interface BandProps {
  /** G, increasing. */
  readonly x: ArrayLike<number>;
  readonly mean: ArrayLike<number>;
  /** Half the width of the band at each place. */
  readonly spread: ArrayLike<number>;
}

/** A curve over x with a band around it. */
export function Band({ x, mean, spread }: BandProps) {
  const { frame, clip } = useScene();
  const toX = (g: number) => frame.screenX(x[g]);
  const band = bandPath(
    x.length,
    toX,
    (g) => frame.screenY(mean[g] - spread[g]),
    (g) => frame.screenY(mean[g] + spread[g]),
    DIGITS,
  );
  const middle = linePath(x.length, toX, (g) => frame.screenY(mean[g]), DIGITS);
  return (
    <g clipPath={clip} pointerEvents="none">
      <path className="experts-band" d={band} />
      <path className="experts-mean" d={middle} />
    </g>
  );
}
