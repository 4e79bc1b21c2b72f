import { useMemo } from 'react';
import { useScene } from '../plane/scene.ts';
import { heightRamp } from '../style/colourMaps.ts';
import { useTheme } from '../style/theme.ts';
import { BANDS, bandsOf, type Surface } from './landscapeBands.ts';

/** A surface as bands between its contour lines, the highest the darkest. */
export function Bands({ surface }: { readonly surface: Surface }) {
  const { frame, clip } = useScene();
  const ramp = heightRamp(useTheme(), BANDS);
  const bands = useMemo(() => bandsOf(surface, frame.screenX, frame.screenY), [surface, frame]);
  return (
    <g clipPath={clip}>
      {bands.map(({ level, path }, index) => (
        <path key={level} className="landscape-band" d={path} fill={ramp[index]} />
      ))}
    </g>
  );
}
