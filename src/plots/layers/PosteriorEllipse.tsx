import { type Cloud, cloudX, cloudY, latent } from '../plane/coordinates.ts';
import { GaussianEllipse } from './GaussianEllipse.tsx';

interface PosteriorEllipseProps {
  readonly row: number;
  readonly means: Cloud;
  readonly deviations: Cloud;
  /** N: of the two columns; null where they are not correlated. */
  readonly correlations: ArrayLike<number> | null;
}

/** The posterior of one row, at one standard deviation. */
export function PosteriorEllipse({ row, means, deviations, correlations }: PosteriorEllipseProps) {
  const [x, y] = [cloudX(deviations, row), cloudY(deviations, row)];
  return (
    <GaussianEllipse
      className="posterior-in-hand"
      mean={latent(cloudX(means, row), cloudY(means, row))}
      covariance={{ xx: x * x, xy: (correlations?.[row] ?? 0) * x * y, yy: y * y }}
    />
  );
}
