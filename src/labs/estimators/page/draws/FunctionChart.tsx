import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { finiteInterval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { symbolsPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { BELL_SIDE, BellHandles } from '../../../shared/editing/BellHandles.tsx';
import type { SettingDrag } from '../../../shared/editing/settingDrag.ts';
import type { CurveView, DrawsView } from '../../snapshot.ts';
import { MARGIN, placesAxis } from './axes.ts';
import { Density, densityHeight } from './DensityPlot.tsx';

type Dragged = 'mean' | 'sd' | 'theta';

interface FunctionChartProps {
  readonly view: DrawsView;
  /** Changes where the height of the chart may jump. */
  readonly rangeKey: string | number;
  /** Null where q cannot be moved. */
  readonly drag: SettingDrag<Dragged> | null;
}

/** Of the mean, in standard deviations: where f is in sight whatever its height. */
const SEEN = 2.5;
const SETTINGS = { mean: 'mean', sd: 'sd' } as const;

/** f over x, the density that is drawn from, and the first draws on f. */
export function FunctionChart({ view, rangeKey, drag }: FunctionChartProps) {
  const { curve, q, draws } = view;
  const wanted = useMemo(() => {
    const near = Array.from(curve.f).filter(
      (_, i) => 'theta' in q || Math.abs(curve.x[i] - q.mean) < SEEN * q.sd,
    );
    const range = finiteInterval(near) ?? { low: -1, high: 1 };
    const highest = Math.min(
      finiteInterval(curve.f)?.high ?? range.high,
      range.high + 0.6 * (range.high - range.low),
    );
    return { low: range.low, high: Math.max(range.high, highest) };
  }, [curve, q]);
  const range = useSteady(wanted, rangeKey, nextInterval);
  const y = useMemo(() => linearAxis('f', range), [range]);
  const { colour } = comparedLook('p', useTheme());
  return (
    <Chart label="f, and the density q" margin={MARGIN} x={placesAxis(q)} y={y}>
      <Density view={view} />
      <Curve xs={curve.x} values={curve.f} colour={colour} width={2.5} />
      <Dots curve={curve} places={draws.places} />
      {'theta' in q ? (
        <CoinHandle theta={q.theta} drag={drag} />
      ) : (
        drag && <GaussianHandles {...q} drag={drag} />
      )}
    </Chart>
  );
}

/** The first draws, each on f. */
function Dots({ curve, places }: { readonly curve: CurveView; readonly places: Float64Array }) {
  const { x, y, clip } = useChart();
  const { colour } = comparedLook('alpha', useTheme());
  const [low, high] = [curve.x[0], curve.x[curve.x.length - 1]];
  const heightAt = (place: number) => {
    const share = (place - low) / (high - low);
    return curve.f[Math.round(Math.min(1, Math.max(0, share)) * (curve.x.length - 1))];
  };
  return (
    <path
      clipPath={clip}
      d={symbolsPath(
        0,
        3,
        Array.from(places, (place) => [x.at(place), y.at(heightAt(place))]),
      )}
      fill={colour}
      fillOpacity={0.75}
      pointerEvents="none"
      aria-hidden="true"
    />
  );
}

interface GaussianHandlesProps {
  readonly mean: number;
  readonly sd: number;
  readonly drag: SettingDrag<Dragged>;
}

function GaussianHandles({ mean, sd, drag }: GaussianHandlesProps) {
  const { area, y } = useChart();
  const { colour } = comparedLook('alpha', useTheme());
  const bottom = area.top + area.height;
  const height = densityHeight(1 / (sd * Math.sqrt(2 * Math.PI)), area.height);
  return (
    <BellHandles
      {...{ mean, sd, colour, drag }}
      top={y.valueAt(bottom - height)}
      side={y.valueAt(bottom - height * BELL_SIDE)}
      of="q"
      settings={SETTINGS}
    />
  );
}

/** Less is too little for more than the name of a side, pixels. */
const ROOM = 100;

/** The border between tails and heads. */
function CoinHandle({
  theta,
  drag,
}: {
  readonly theta: number;
  readonly drag: SettingDrag<Dragged> | null;
}) {
  const { area, x, y } = useChart();
  const { colour } = comparedLook('alpha', useTheme());
  const move = useMemo(() => drag?.('theta', (u) => 1 - u), [drag]);
  const border = x.at(1 - theta);
  // Between both levels of f.
  const middle = area.top + 0.68 * area.height;
  return (
    <>
      <Rule along="x" at={1 - theta} />
      <g pointerEvents="none" aria-hidden="true">
        <text className="chart-name" x={border - 8} y={middle} textAnchor="end" fill={colour}>
          tails{border - area.left < ROOM ? '' : ', z = 0'}
        </text>
        <text className="chart-name" x={border + 8} y={middle} fill={colour}>
          heads{area.left + area.width - border < ROOM ? '' : ', z = 1'}
        </text>
      </g>
      {move && (
        <ChartHandle
          at={[1 - theta, y.valueAt(area.top + 0.4 * area.height)]}
          along="x"
          name="Border between tails and heads"
          text={`θ ${formatFixed(theta, 2)}`}
          mark="circle"
          colour={colour}
          onMove={move}
        />
      )}
    </>
  );
}
