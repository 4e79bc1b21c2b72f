import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { finiteInterval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
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
    <g clipPath={clip} pointerEvents="none" aria-hidden="true">
      {Array.from(places, (place, n) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a draw is its place in the list
          key={n}
          cx={x.at(place)}
          cy={y.at(heightAt(place))}
          r={3}
          fill={colour}
          fillOpacity={0.75}
        />
      ))}
    </g>
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
  const top = densityHeight(1 / (sd * Math.sqrt(2 * Math.PI)), area.height);
  const move = useMemo(() => drag('mean', (x) => x), [drag]);
  const widen = useMemo(() => drag('sd', (x) => x - mean), [drag, mean]);
  return (
    <>
      <ChartHandle
        at={[mean + sd, y.valueAt(bottom - top * Math.exp(-0.5))]}
        along="x"
        name="Standard deviation of q"
        text={formatFixed(sd, 2)}
        mark="diamond"
        colour={colour}
        onMove={widen}
      />
      <ChartHandle
        at={[mean, y.valueAt(bottom - top)]}
        along="x"
        name="Mean of q"
        text={formatFixed(mean, 2)}
        mark="circle"
        colour={colour}
        onMove={move}
      />
    </>
  );
}

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
  const bottom = area.top + area.height;
  // Between both levels of f.
  const middle = area.top + 0.68 * area.height;
  return (
    <>
      <g pointerEvents="none" aria-hidden="true">
        <line className="chart-crosshair" x1={border} x2={border} y1={area.top} y2={bottom} />
        <text className="chart-name" x={border - 8} y={middle} textAnchor="end" fill={colour}>
          tails, z = 0
        </text>
        <text className="chart-name" x={border + 8} y={middle} fill={colour}>
          heads, z = 1
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
