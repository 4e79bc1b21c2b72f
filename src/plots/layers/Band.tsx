import { area, line } from 'd3';
import { useScene } from '../plane/scene.ts';

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
  const places = Array.from(x, (_, g) => g);
  const toX = (g: number) => frame.screenX(x[g]);
  const band = area<number>(
    toX,
    (g) => frame.screenY(mean[g] - spread[g]),
    (g) => frame.screenY(mean[g] + spread[g]),
  )(places);
  const middle = line<number>(toX, (g) => frame.screenY(mean[g]))(places);
  return (
    <g clipPath={clip} pointerEvents="none">
      <path className="experts-band" d={band ?? ''} />
      <path className="experts-mean" d={middle ?? ''} />
    </g>
  );
}
