import { useMemo } from 'react';
import { useScene } from '../plane/scene.ts';
import { heightRamp } from '../style/colourMaps.ts';
import { useTheme } from '../style/theme.ts';
import { bandLevels, bandsOf, type Surface } from './landscapeBands.ts';

interface BandsProps {
  /** Keep it as long as it is the same: its contours take milliseconds. */
  readonly surface: Surface;
  /** Heights of the contour lines, increasing; absent: closer together at the top. */
  readonly levels?: readonly number[];
}

/** A surface as bands between its contour lines, the highest the darkest. */
export function Bands({ surface, levels }: BandsProps) {
  const { frame, clip } = useScene();
  const theme = useTheme();
  const bands = useMemo(
    () => bandsOf(surface, levels ?? bandLevels(surface.values), frame.screenX, frame.screenY),
    [surface, levels, frame],
  );
  // The lowest colour is that of the ground, which an open set of levels leaves free.
  const ramp = heightRamp(theme, bands.length + (levels ? 1 : 0)).slice(levels ? 1 : 0);
  return (
    <g clipPath={clip}>
      {bands.map(({ level, path }, index) => (
        <path key={level} className="landscape-band" d={path} fill={ramp[index]} />
      ))}
    </g>
  );
}
