import { useMemo } from 'react';
import { useScene } from '../plane/scene.ts';
import { evenRamp } from '../style/colourMaps.ts';
import { type Theme, useTheme } from '../style/theme.ts';
import { BANDS, bandsOf, type Surface } from './landscapeBands.ts';

const RAMP: Readonly<Record<Theme, readonly string[]>> = {
  light: evenRamp(['#ffffff', '#dfe9d8', '#a9cbb2', '#5a9a93', '#2b5f74'], BANDS),
  dark: evenRamp(['#1b1d20', '#1f3136', '#28545a', '#4f8f83', '#b4d3a0'], BANDS),
};

/** A surface as bands between its contour lines, the highest the darkest. */
export function Bands({ surface }: { readonly surface: Surface }) {
  const { frame, clip } = useScene();
  const ramp = RAMP[useTheme()];
  const bands = useMemo(() => bandsOf(surface, frame.screenX, frame.screenY), [surface, frame]);
  return (
    <g clipPath={clip}>
      {bands.map(({ level, path }, index) => (
        <path key={level} className="landscape-band" d={path} fill={ramp[index]} />
      ))}
    </g>
  );
}
