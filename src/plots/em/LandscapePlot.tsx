import { useMemo } from 'react';
import { ownText } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { LandscapePlace } from '../layers/LandscapePlace.tsx';
import { BANDS, bandsOf, type Surface } from '../layers/landscapeBands.ts';
import { type Parameters, parameters } from '../plane/coordinates.ts';
import type { SquareDomain } from '../plane/domain.ts';
import type { AxisUnits, Frame } from '../plane/frame.ts';
import { SquarePlot } from '../plane/SquarePlot.tsx';
import { evenRamp } from '../style/colourMaps.ts';
import { type Theme, useTheme } from '../style/theme.ts';
import './em.css';

export interface LandscapePlotProps {
  readonly domain: SquareDomain;
  /** How the two parameters are read. Give it a stable identity. */
  readonly units: AxisUnits;
  /** Names of the two parameters. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** What is climbed; null before it is known. */
  readonly surface: Surface | null;
  /** What the heights are, for screen readers: "log-likelihood". */
  readonly quantity: string;
  /** Where the parameters have been, oldest first, the present place last. */
  readonly path: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** The present place is taken elsewhere; `isEnd`: there it is let go of. */
  readonly onMove: (to: Parameters, isEnd: boolean) => void;
  readonly placeholder?: Placeholder | null | undefined;
}

const RAMP: Readonly<Record<Theme, readonly string[]>> = {
  light: evenRamp(['#ffffff', '#dfe9d8', '#a9cbb2', '#5a9a93', '#2b5f74'], BANDS),
  dark: evenRamp(['#1b1d20', '#1f3136', '#28545a', '#4f8f83', '#b4d3a0'], BANDS),
};

const nothing = () => undefined;

/** A surface over two parameters as contours, with the path climbed on it and the present place. */
export function LandscapePlot(props: LandscapePlotProps) {
  const { domain, units, surface, path, quantity } = props;
  const count = path.x.length;
  const present = count > 0 ? parameters(path.x[count - 1], path.y[count - 1]) : null;
  const label = present
    ? `Landscape of the ${quantity}. Now at ${props.xLabel} ${ownText(units[0], present[0])}, ${props.yLabel} ${ownText(units[1], present[1])}, after ${count - 1} moves.`
    : `Landscape of the ${quantity}`;
  return (
    <SquarePlot<Parameters>
      xLabel={props.xLabel}
      yLabel={props.yLabel}
      domain={domain}
      units={units}
      paint={nothing}
      marks={0}
      placeholder={props.placeholder}
      overlay={(frame, _ink, clip) => (
        <>
          <g role="img" aria-label={label}>
            <g clipPath={clip}>
              {surface && <Bands surface={surface} frame={frame} />}
              <polyline className="landscape-path-halo" points={pointsOf(path, frame)} />
              <polyline className="landscape-path" points={pointsOf(path, frame)} />
            </g>
            {count > 0 && (
              <circle
                className="landscape-start"
                cx={frame.screenX(path.x[0])}
                cy={frame.screenY(path.y[0])}
                r={3.5}
              />
            )}
          </g>
          {present && (
            <LandscapePlace
              frame={frame}
              at={present}
              names={[props.xLabel, props.yLabel]}
              onMove={props.onMove}
            />
          )}
        </>
      )}
    />
  );
}

interface BandsProps {
  readonly surface: Surface;
  readonly frame: Frame<Parameters>;
}

function Bands({ surface, frame }: BandsProps) {
  const theme = useTheme();
  const bands = useMemo(() => bandsOf(surface, frame.screenX, frame.screenY), [surface, frame]);
  return bands.map(({ level, path }, index) => (
    <path key={level} className="landscape-band" d={path} fill={RAMP[theme][index]} />
  ));
}

const pointsOf = (path: LandscapePlotProps['path'], frame: Frame<Parameters>): string =>
  path.x
    .map((x, i) => `${frame.screenX(x).toFixed(1)},${frame.screenY(path.y[i]).toFixed(1)}`)
    .join(' ');
