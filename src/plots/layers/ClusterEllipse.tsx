import type { Latent } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import type { EllipseAxes } from './ellipse.ts';
import { DRAWN_DEVIATIONS } from './ellipse.ts';

const DEGREES = 180 / Math.PI;
/** Thinner ellipses could not be seen. */
const THINNEST = 1;

export interface ClusterEllipseProps {
  readonly frame: Frame<Latent>;
  readonly mean: Latent;
  readonly axes: EllipseAxes;
  readonly colour: string;
  readonly strokeOpacity: number;
  readonly fillOpacity: number;
  readonly strokeWidth: number;
  readonly dashes?: string | undefined;
  readonly className?: string | undefined;
}

/** The contour of a Gaussian at two standard deviations. */
export function ClusterEllipse({ frame, mean, axes, colour, ...look }: ClusterEllipseProps) {
  const [x, y] = frame.toScreen(mean);
  const scale = DRAWN_DEVIATIONS * frame.unit;
  return (
    <ellipse
      className={look.className}
      rx={Math.max(THINNEST, axes.first * scale)}
      ry={Math.max(THINNEST, axes.second * scale)}
      transform={`translate(${x} ${y}) rotate(${-axes.angle * DEGREES})`}
      fill={colour}
      fillOpacity={look.fillOpacity}
      stroke={colour}
      strokeOpacity={look.strokeOpacity}
      strokeWidth={look.strokeWidth}
      strokeDasharray={look.dashes}
    />
  );
}
