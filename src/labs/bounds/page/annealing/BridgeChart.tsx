import { memo, useCallback, useMemo } from 'react';
import { linearAxis, rowsAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { bandPath } from '../../../../plots/chart/paths.ts';
import { PaintedCanvas } from '../../../../plots/pen/PaintedCanvas.tsx';
import type { Pen } from '../../../../plots/pen/pen.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { BELL_SIDE, BellHandles } from '../../../shared/editing/BellHandles.tsx';
import type { SettingDrag } from '../../../shared/editing/settingDrag.ts';
import type { AnnealingView } from '../../annealingView.ts';

interface BridgeChartProps {
  readonly view: AnnealingView;
  readonly drag: SettingDrag<'targetMean' | 'targetSd'>;
}

const MARGIN = { left: 52, right: 12, top: 22, bottom: 34 } as const;
const AXIS = linearAxis('z', { low: -4, high: 8 });
/** Of a row: the height of a density, and where its foot is. */
const HEIGHT = 0.8;
const FOOT = 0.88;
const PLACES = 81;
const FAINTEST = 0.06;
const RADIUS = 3.5;
const GAP = 16;
const SETTINGS = { mean: 'targetMean', sd: 'targetSd' } as const;

/** From N(0, 1) on top down to the target: the densities on the way, and the runs through them. */
export const BridgeChart = memo(function BridgeChart({ view, drag }: BridgeChartProps) {
  const { rows } = view;
  const y = useMemo(
    () => rowsAxis('step t', rows.length, GAP, (row) => String(rows[row].step)),
    [rows],
  );
  const foot = rows.length - 1 + FOOT;
  return (
    <Chart
      label="Densities and runs from the start to the target"
      margin={MARGIN}
      x={AXIS}
      y={y}
      below={<Runs view={view} />}
    >
      <g role="list" aria-label="Steps of the bridge">
        {rows.map(({ step }, row) => (
          <Row key={step} view={view} row={row} />
        ))}
      </g>
      <BellHandles
        {...view.target}
        top={foot - HEIGHT}
        side={foot - HEIGHT * BELL_SIDE}
        of="the target"
        colour={comparedLook('p', useTheme()).colour}
        drag={drag}
        settings={SETTINGS}
      />
    </Chart>
  );
});

/** Each run as a line through the rows, and where it is in each: the fainter, the less it weighs. */
const Runs = memo(function Runs({ view }: { readonly view: AnnealingView }) {
  const { width, height, area, x, y } = useChart();
  const { colour } = comparedLook('alpha', useTheme());
  const { rows, shown, places, weights } = view;
  const paint = useCallback(
    (pen: Pen) => {
      pen.begin();
      for (let n = 0; n < shown; n++)
        rows.forEach((_, row) => {
          const at = [x.at(places[row * shown + n]), y.at(row + FOOT)] as const;
          if (row === 0) pen.moveTo(...at);
          else pen.lineTo(...at);
        });
      pen.stroke({ colour, width: 1, opacity: 0.12 });
      const stamp = pen.stamp({ symbol: 0, colour, radius: RADIUS, halo: null });
      for (let at = 0; at < places.length; at++)
        stamp.place(
          x.at(places[at]),
          y.at(Math.floor(at / shown) + FOOT),
          FAINTEST + (1 - FAINTEST) * weights[at],
        );
    },
    [rows, shown, places, weights, colour, x, y],
  );
  return <PaintedCanvas {...{ width, height, paint }} clip={area} marks={places.length} />;
});

/** An unnormalised density. */
function Row({ view, row }: { readonly view: AnnealingView; readonly row: number }) {
  const { x, y, clip } = useChart();
  const theme = useTheme();
  const { shown, weights, rows } = view;
  const { step, mean, sd } = rows[row];
  const isEnd = row === 0 || row === rows.length - 1;
  const { colour } = comparedLook(isEnd ? 'p' : 'alpha', theme);
  const foot = y.at(row + FOOT);
  const height = foot - y.at(row + FOOT - HEIGHT);
  const at = (i: number) => mean + sd * 8 * (i / (PLACES - 1) - 0.5);
  const up = (i: number) => foot - height * Math.exp(-(((at(i) - mean) / sd) ** 2) / 2);
  const own = weights.subarray(row * shown, (row + 1) * shown);
  const [sum, squares] = own.reduce(([s, q], w) => [s + w, q + w * w], [0, 0] as [number, number]);
  const counting = formatFixed((sum * sum) / squares, 1);
  return (
    <g
      role="listitem"
      clipPath={clip}
      aria-label={`t = ${step}: mean ${formatFixed(mean, 2)}, standard deviation ${formatFixed(sd, 2)}; ${counting} of ${shown} runs count`}
    >
      <path
        d={bandPath(
          PLACES,
          (i) => x.at(at(i)),
          () => foot,
          up,
        )}
        fill={colour}
        fillOpacity={isEnd ? 0.14 : 0.07}
        stroke={colour}
        strokeWidth={isEnd ? 2 : 1.25}
      />
    </g>
  );
}
