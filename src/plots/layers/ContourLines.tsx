import { useMemo } from 'react';
import { useScene } from '../plane/scene.ts';
import { contourLinesOf, type Surface } from './landscapeBands.ts';

interface ContourLinesProps {
  /** Keep it as long as it is the same. */
  readonly surface: Surface;
  /** Heights of the lines, increasing. */
  readonly levels: readonly number[];
  readonly colour: string;
}

/** Contour lines of a surface, the highest the strongest, with a halo over what lies below. */
export function ContourLines({ surface, levels, colour }: ContourLinesProps) {
  const { frame, clip } = useScene();
  const lines = useMemo(
    () => contourLinesOf(surface, levels, frame.screenX, frame.screenY),
    [surface, levels, frame],
  );
  return (
    <g clipPath={clip} pointerEvents="none">
      {lines.map(({ level, path }, index) => (
        <g key={level} className="contour-line">
          <path className="contour-halo" d={path} />
          <path d={path} stroke={colour} strokeOpacity={(index + 1.5) / (levels.length + 0.5)} />
        </g>
      ))}
    </g>
  );
}
