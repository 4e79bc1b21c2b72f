import { ticks } from 'd3';
import { useMemo } from 'react';
import { type AxisOf, linearAxis, scaledAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { finiteInterval, padInterval } from '../../../../plots/chart/intervals.ts';
import { linearScale } from '../../../../plots/host/scale.ts';
import { bandLevels, bandsOf } from '../../../../plots/layers/landscapeBands.ts';
import { heightRamp } from '../../../../plots/style/colourMaps.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { type EstimatorsAnswer, LIMITS, type RacerView, type RaceView } from '../../snapshot.ts';
import { placeInWords, racerName } from '../words.ts';

interface HillChartProps {
  readonly view: RaceView;
  readonly racers: readonly RacerView[];
  /** Null of a coin, or while it is not known yet. */
  readonly landscape: EstimatorsAnswer | null;
  /** Why there is none. */
  readonly failure: string | null;
}

const MARGIN = { left: 44, right: 12, top: 20, bottom: 32 } as const;
/** Of the height of the hill of a coin: the lanes of the racers under it. */
const LANES = 0.55;
const SDS = [0.1, 0.2, 0.5, 1, 2, 3];

const meanAxis = linearAxis('mean of q', LIMITS.mean);
const thetaAxis = linearAxis('θ, the probability of heads', { low: 0, high: 1 });
/** Logs of standard deviations, written as standard deviations. */
const sdAxis: AxisOf = (from, to) =>
  scaledAxis(
    'standard deviation of q',
    linearScale([Math.log(LIMITS.sd.low), Math.log(LIMITS.sd.high)], [from, to]),
    SDS.map(Math.log),
    (log) => String(Number(Math.exp(log).toPrecision(2))),
  );

/** E f over the parameters of q, and the way of each racer. */
export function HillChart(props: HillChartProps) {
  return props.view.hill ? (
    <CoinHill {...props} hill={props.view.hill} />
  ) : (
    <Landscape {...props} />
  );
}

function Landscape({ racers, landscape, failure }: HillChartProps) {
  return (
    <Chart
      label="E f over mean and standard deviation of q"
      margin={MARGIN}
      x={meanAxis}
      y={sdAxis}
      placeholder={
        landscape
          ? null
          : { kind: failure ? 'empty' : 'loading', message: failure ?? 'Computing the hill' }
      }
    >
      {landscape && <Ground landscape={landscape} />}
      <g role="list" aria-label="Racers">
        {racers.map((racer) => (
          <Way key={racer.id} racer={racer} />
        ))}
      </g>
    </Chart>
  );
}

function Ground({ landscape }: { readonly landscape: EstimatorsAnswer }) {
  const { area, x, y, clip } = useChart();
  const theme = useTheme();
  const { bands, ramp } = useMemo(() => {
    const { cells, means, logSds, values } = landscape;
    const levels = bandLevels(values);
    return {
      bands: bandsOf({ cells, x: means, y: logSds, values }, levels, x.at, y.at),
      ramp: heightRamp(theme, levels.length + 1),
    };
  }, [landscape, x, y, theme]);
  return (
    <g clipPath={clip} aria-hidden="true">
      <rect x={area.left} y={area.top} width={area.width} height={area.height} fill={ramp[0]} />
      {bands.map(({ level, path }, i) => (
        <path key={level} className="landscape-band" d={path} fill={ramp[i + 1]} />
      ))}
    </g>
  );
}

function Way({ racer: { id, q, path, value } }: { readonly racer: RacerView }) {
  const { x, y, clip } = useChart();
  const { colour, dashes, mark } = estimatorLook(id, useTheme());
  if ('theta' in q) return null;
  const places = Array.from(
    { length: path.length / 2 },
    (_, i) => `${x.at(path[2 * i]).toFixed(1)},${y.at(Math.log(path[2 * i + 1])).toFixed(1)}`,
  );
  return (
    <g role="listitem" aria-label={racerInWords(id, q, value)}>
      {places.length > 1 && (
        <g clipPath={clip}>
          <path className="landscape-path-halo" d={`M${places.join('L')}`} />
          <path
            className="chart-curve"
            d={`M${places.join('L')}`}
            stroke={colour}
            strokeWidth={2.25}
            strokeDasharray={dashes}
          />
        </g>
      )}
      <path
        className="chart-handle-mark"
        d={symbolPath(mark, 7)}
        transform={`translate(${x.at(q.mean)} ${y.at(Math.log(q.sd))})`}
        fill={colour}
      />
    </g>
  );
}

/** E f in the upper part of the chart; below it there are no ticks. */
const axisOverLanes = (low: number, high: number): AxisOf =>
  linearAxis(
    'E f',
    { low: high - (high - low) / (1 - LANES), high },
    { ticks: ticks(low, high, 4) },
  );

function CoinHill({
  racers,
  hill,
}: HillChartProps & { readonly hill: NonNullable<RaceView['hill']> }) {
  const { colour } = comparedLook('p', useTheme());
  const { low, high } = padInterval(finiteInterval(hill.values) ?? { low: 0, high: 1 });
  const y = useMemo(() => axisOverLanes(low, high), [low, high]);
  return (
    <Chart label="E f over theta" margin={MARGIN} x={thetaAxis} y={y}>
      <Curve xs={hill.x} values={hill.values} colour={colour} width={2.5} />
      <g role="list" aria-label="Racers">
        {racers.map((racer, index) => (
          <Runner key={racer.id} racer={racer} index={index} of={racers.length} />
        ))}
      </g>
    </Chart>
  );
}

interface RunnerProps {
  readonly racer: RacerView;
  readonly index: number;
  readonly of: number;
}

/** Each has a lane of its own under the hill, so that none hides another, and a thread up to it. */
function Runner({ racer: { id, q, value, path }, index, of }: RunnerProps) {
  const { area, x, y } = useChart();
  const { colour, mark } = estimatorLook(id, useTheme());
  if (!('theta' in q)) return null;
  const down = area.top + area.height * (1 - LANES + (LANES * (index + 0.4)) / of);
  return (
    <g role="listitem" aria-label={racerInWords(id, q, value)}>
      <line
        x1={x.at(q.theta)}
        x2={x.at(q.theta)}
        y1={y.at(value)}
        y2={down}
        stroke={colour}
        strokeOpacity={0.5}
      />
      <circle cx={x.at(q.theta)} cy={y.at(value)} r={3} fill={colour} />
      <line
        x1={x.at(path[0])}
        x2={x.at(q.theta)}
        y1={down}
        y2={down}
        stroke={colour}
        strokeWidth={2}
      />
      <path
        className="chart-handle-mark"
        d={symbolPath(mark, 7)}
        transform={`translate(${x.at(q.theta)} ${down})`}
        fill={colour}
      />
    </g>
  );
}

const racerInWords = (id: RacerView['id'], q: RacerView['q'], value: number): string =>
  `${racerName(id)}: ${placeInWords(q)}, E f ${formatFixed(value, 3)}`;
