import type { PlanePoint } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';
import { axesOf, type Covariance2 } from './ellipse.ts';

interface GaussianEllipseProps {
  readonly className: string | undefined;
  readonly mean: PlanePoint<string>;
  readonly covariance: Covariance2;
}

/** A Gaussian in the plane as its contour at one standard deviation. */
export function GaussianEllipse({ className, mean, covariance }: GaussianEllipseProps) {
  const { frame, clip } = useScene();
  const { first, second, angle } = axesOf(covariance);
  const [x, y] = [frame.screenX(mean[0]), frame.screenY(mean[1])];
  return (
    <g clipPath={clip} pointerEvents="none">
      <ellipse
        className={className}
        transform={`translate(${x} ${y}) rotate(${(-180 * angle) / Math.PI})`}
        rx={Math.max(1, frame.unit * first)}
        ry={Math.max(1, frame.unit * second)}
      />
    </g>
  );
}
