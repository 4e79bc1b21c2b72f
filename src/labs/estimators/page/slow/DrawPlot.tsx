import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { finiteInterval, padInterval } from '../../../../plots/chart/intervals.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { DrawsView } from '../../snapshot.ts';
import { MARGIN, placesAxis } from '../draws/axes.ts';
import { Density } from '../draws/DensityPlot.tsx';
import { type DrawStage, estimateOf } from './frames.ts';

interface DrawPlotProps {
  readonly view: DrawsView;
  readonly draw: number;
  readonly stage: DrawStage;
}

/** Of q in standard deviations: f is in sight there. */
const SEEN = 3;
/** Pixels of the longest arrow, and of an estimate of the size of a standard deviation. */
const LONGEST = 150;
const TYPICAL = 60;

/** f and q with one draw, and which way it pushes the parameter. */
export function DrawPlot({ view, draw, stage }: DrawPlotProps) {
  const { curve, q } = view;
  const y = useMemo(() => {
    const near = Array.from(curve.f).filter(
      (_, i) => 'theta' in q || Math.abs(curve.x[i] - q.mean) < SEEN * q.sd,
    );
    return linearAxis('f', padInterval(finiteInterval(near) ?? { low: -1, high: 1 }));
  }, [curve, q]);
  const { colour } = comparedLook('p', useTheme());
  return (
    <Chart label="f, q and one draw" margin={MARGIN} x={placesAxis(q)} y={y}>
      {stage !== 'noise' && <Density view={view} />}
      {stage !== 'noise' && stage !== 'draw' && (
        <Curve xs={curve.x} values={curve.f} colour={colour} width={2.5} />
      )}
      <OneDraw view={view} draw={draw} stage={stage} />
    </Chart>
  );
}

const SHOWN = { score: 'score', baseline: 'leaveOneOut', path: 'pathwise' } as const;

function OneDraw({ view, draw, stage }: DrawPlotProps) {
  const { area, x, y, clip } = useChart();
  const theme = useTheme();
  const { colour } = comparedLook('alpha', theme);
  const { curve, draws, q } = view;
  const isCoin = 'theta' in q;
  const place = stage === 'noise' ? draws.noise[draw] : draws.places[draw];
  const left = x.at(place);
  const foot = area.top + area.height;
  const [low, high] = [curve.x[0], curve.x[curve.x.length - 1]];
  const at = Math.round(((place - low) / (high - low)) * (curve.x.length - 1));
  const height = curve.f[Math.min(curve.x.length - 1, Math.max(0, at))];
  const isOnF = stage !== 'noise' && stage !== 'draw';
  const id =
    stage in SHOWN
      ? stage === 'path' && isCoin
        ? 'straightThrough'
        : SHOWN[stage as keyof typeof SHOWN]
      : null;
  const slope = draws.slopes[draw];
  return (
    <g clipPath={clip} aria-hidden="true">
      <line
        className="chart-crosshair"
        x1={left}
        x2={left}
        y1={isOnF ? y.at(height) : foot}
        y2={foot}
      />
      {stage === 'path' && !isCoin && (
        <line
          className="estimator-tangent"
          stroke={estimatorLook('pathwise', theme).colour}
          x1={x.at(place - 1)}
          x2={x.at(place + 1)}
          y1={y.at(height - slope)}
          y2={y.at(height + slope)}
        />
      )}
      <circle cx={left} cy={isOnF ? y.at(height) : foot - 8} r={7} fill={colour} />
      {id && <Push id={id} estimate={estimateOf({ view, draw }, id)} view={view} left={left} />}
    </g>
  );
}

interface PushProps {
  readonly id: 'score' | 'leaveOneOut' | 'pathwise' | 'straightThrough';
  readonly estimate: number;
  readonly view: DrawsView;
  readonly left: number;
}

/** To the right: the parameter is to grow. */
function Push({ id, estimate, view, left }: PushProps) {
  const { area } = useChart();
  const { colour } = estimatorLook(id, useTheme());
  const deviations = view.estimates
    .filter((estimates) => ['score', 'pathwise', 'straightThrough'].includes(estimates.id))
    .map(({ exactVariance }) => Math.sqrt(exactVariance));
  const scale = TYPICAL / Math.max(1e-9, ...deviations);
  const long = Math.max(-LONGEST, Math.min(LONGEST, 2 * estimate * scale));
  const down = area.top + area.height - 16;
  const head = Math.sign(long) * Math.min(8, Math.abs(long));
  return (
    <path
      d={`M${left} ${down}h${long}l${-head} -6m${head} 6l${-head} 6`}
      fill="none"
      stroke={colour}
      strokeWidth={4}
      strokeLinecap="round"
    />
  );
}
