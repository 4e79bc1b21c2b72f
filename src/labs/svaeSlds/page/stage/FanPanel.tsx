import { memo, useCallback, useMemo, useState } from 'react';
import { linearAxis, ownAxis, stepAt } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Lines } from '../../../../plots/chart/Lines.tsx';
import { HoverLine, InputEndLine, useTimeAxis } from '../../../../plots/chart/TimeMarks.tsx';
import { PaintedCanvas } from '../../../../plots/pen/PaintedCanvas.tsx';
import type { Pen } from '../../../../plots/pen/pen.ts';
import { colour } from '../../../../plots/style/palette.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useRun } from '../../../../store/context.ts';
import { CompactChoice } from '../../../../ui/Choice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import styles from '../../../shared/stage/SeriesPanels.module.css';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeSlds } from '../../lab.ts';
import { svaeSldsLayers } from '../../layers.ts';
import type { SvaeSldsSnapshot } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useTime } from './useTime.ts';

const LIT_BY: readonly Highlight[] = ['fan'];
const FAN = ['fan'] as const;
const UNIT = { low: 0, high: 1 };
const AIR = 0.06;
/** The same for own series, as a fraction of their range. */
const OWN_AIR = 0.25;

/** One column of the series, and the forecasts of sampled chains after the input has ended. */
export default memo(function FanPanel() {
  const { snapshot, placeholder } = useDrawn(svaeSlds, 'Forecasts appear here.');
  const { shown } = useLayers(svaeSldsLayers);
  const dataset = useRun((state) => state.dataset);
  const time = useTime();
  const [wanted, setWanted] = useState(0);
  const D = snapshot?.dataDimension ?? 1;
  const column = Math.min(wanted, D - 1);
  const names = dataset?.columns ?? [];
  const name = names[column] ?? 'value';
  const unit = dataset?.own ? dataset.units[column] : undefined;
  const columns = useMemo(
    () =>
      snapshot && {
        seen: columnOf(snapshot.clean ?? snapshot.data, D, column),
        mean: columnOf(snapshot.prediction, D, column),
      },
    [snapshot, D, column],
  );
  const isOwn = dataset?.own !== undefined;
  const range = useMemo(() => rangeOf(columns?.seen, isOwn), [columns, isOwn]);
  const x = useTimeAxis(time);
  const y = useMemo(
    () => (unit ? ownAxis(name, range, unit) : linearAxis(name, range)),
    [name, range, unit],
  );
  return (
    <StagePanel
      name="Forecasts"
      part="fan"
      litBy={LIT_BY}
      actions={
        <div className={styles.actions}>
          <LayerToggles of={svaeSldsLayers} names={FAN} />
          {D > 1 && (
            <CompactChoice
              label="Column shown"
              value={String(column)}
              options={names.map((label, index) => ({ value: String(index), label }))}
              onChange={(value) => setWanted(Number(value))}
            />
          )}
        </div>
      }
    >
      <Chart
        label={`Forecasts of ${name}`}
        x={x}
        y={y}
        placeholder={placeholder}
        onPoint={(at, chart) => time.onHover(at && stepAt(chart.x, at[0]))}
        below={
          snapshot &&
          columns && (
            <>
              {shown.fan && <Fan snapshot={snapshot} column={column} />}
              <Course {...columns} />
            </>
          )
        }
      >
        <HoverLine step={time.hovered} named />
        <InputEndLine named={false} inputEnd={time.inputEnd} onInputEnd={time.onInputEnd} />
      </Chart>
    </StagePanel>
  );
});

const columnOf = (values: Float32Array, D: number, column: number): Float32Array =>
  Float32Array.from({ length: values.length / D }, (_, t) => values[t * D + column]);

/** Of the values seen, with air: single forecasts may leave it. Own series lie anywhere. */
function rangeOf(values: Float32Array | undefined, isOwn: boolean) {
  if (!values) return UNIT;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    // A missing value is NaN, and no comparison with it holds.
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return UNIT;
  if (isOwn) {
    const air = OWN_AIR * (high - low || 1);
    return { low: low - air, high: high + air };
  }
  // Generated series lie between 0 and 1; their range stays where it is.
  return { low: Math.min(0, low) - AIR, high: Math.max(1, high) + AIR };
}

/** The series without its noise where that is known, and the mean prediction. */
function Course({ seen, mean }: { readonly seen: Float32Array; readonly mean: Float32Array }) {
  const { ink } = usePlotStyle();
  const lines = useMemo(
    () => [
      { values: seen, stroke: { colour: ink.muted, width: 1.5, opacity: 0.9 } },
      { values: mean, stroke: { colour: ink.text, width: 2.25 } },
    ],
    [seen, mean, ink],
  );
  return <Lines lines={lines} />;
}

/** Sampled forecasts, each stretch in the colour of its sampled state. */
function Fan({
  snapshot,
  column,
}: {
  readonly snapshot: SvaeSldsSnapshot;
  readonly column: number;
}) {
  const { width, height, area, x, y } = useChart();
  const theme = useTheme();
  const paint = useCallback(
    (pen: Pen) => {
      const { fan, fanStates, fanCount, steps, dataDimension: D, inputEnds } = snapshot;
      for (let f = 0; f < fanCount; f++) {
        const value = (t: number) => fan[(f * steps + t) * D + column];
        for (let from = Math.max(1, inputEnds); from < steps; ) {
          const state = fanStates[f * steps + from];
          pen.begin();
          pen.moveTo(x.at(from - 1), y.at(value(from - 1)));
          let t = from;
          for (; t < steps && fanStates[f * steps + t] === state; t++)
            pen.lineTo(x.at(t), y.at(value(t)));
          pen.stroke({ colour: colour(state, theme), width: 1, opacity: 0.55 });
          from = t;
        }
      }
    },
    [snapshot, column, x, y, theme],
  );
  return <PaintedCanvas width={width} height={height} clip={area} paint={paint} marks={0} />;
}
