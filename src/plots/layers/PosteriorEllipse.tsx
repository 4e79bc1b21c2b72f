import { type Cloud, cloudX, cloudY } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';

interface PosteriorEllipseProps {
  readonly row: number;
  readonly means: Cloud;
  readonly deviations: Cloud;
}

/** The posterior of one row, at one standard deviation. */
export function PosteriorEllipse({ row, means, deviations }: PosteriorEllipseProps) {
  const { frame, clip } = useScene();
  return (
    <ellipse
      className="posterior-in-hand"
      clipPath={clip}
      pointerEvents="none"
      cx={frame.screenX(cloudX(means, row))}
      cy={frame.screenY(cloudY(means, row))}
      rx={Math.max(1, frame.unit * cloudX(deviations, row))}
      ry={Math.max(1, frame.unit * cloudY(deviations, row))}
    />
  );
}
