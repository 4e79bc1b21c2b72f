import type { Latent } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';
import type { EllipseStyle } from '../style/marks.ts';
import type { EllipseAxes } from './ellipse.ts';
import { DRAWN_DEVIATIONS } from './ellipse.ts';

const DEGREES = 180 / Math.PI;
/** Thinner ellipses could not be seen. */
const THINNEST = 1;

export interface ClusterEllipseProps extends EllipseStyle {
  readonly mean: Latent;
  readonly axes: EllipseAxes;
  readonly colour: string;
  readonly className?: string | undefined;
}

/** The contour of a Gaussian at two standard deviations. */
export function ClusterEllipse({ mean, axes, colour, ...style }: ClusterEllipseProps) {
  const { frame } = useScene<Latent>();
  const [x, y] = frame.toScreen(mean);
  const scale = DRAWN_DEVIATIONS * frame.unit;
  return (
    <ellipse
      className={style.className}
      rx={Math.max(THINNEST, axes.first * scale)}
      ry={Math.max(THINNEST, axes.second * scale)}
      transform={`translate(${x} ${y}) rotate(${-axes.angle * DEGREES})`}
      fill={colour}
      fillOpacity={style.fillOpacity}
      stroke={colour}
      strokeOpacity={style.strokeOpacity}
      strokeWidth={style.strokeWidth}
      strokeDasharray={style.dashes}
    />
  );
}
