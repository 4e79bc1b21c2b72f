import { useMemo } from 'react';
import { countAxis, linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Crosshair } from '../../../../plots/chart/Crosshair.tsx';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import type { PathsInspection, SweepsInspection } from '../../snapshot.ts';
import styles from './SweepsView.module.css';

interface ObjectivePlotProps {
  readonly inspection: SweepsInspection;
  readonly half: number;
  readonly paths: PathsInspection | null;
}

/** The objective after each half-sweep: it never rises, and stays above the exact value. */
export function ObjectivePlot({ inspection, half, paths }: ObjectivePlotProps) {
  const values = inspection.halves.map(({ objective }) => objective);
  const least = paths === null ? null : -paths.logEvidence;
  const [low, high] = [Math.min(...values, least ?? values[0]), Math.max(...values)];
  const air = 0.16 * (high - low || 1);
  const x = useMemo(
    () => countAxis('half-sweep', { low: 0.5, high: values.length + 0.5 }),
    [values.length],
  );
  const y = useMemo(
    () => linearAxis('objective F (nats)', { low: low - air, high: high + air }),
    [low, high, air],
  );
  return (
    <div className={styles.objective} data-short>
      <Chart label="Objective after each half-sweep" x={x} y={y}>
        <Steps values={values} half={half} least={least} />
      </Chart>
    </div>
  );
}

interface StepsProps {
  readonly values: readonly number[];
  readonly half: number;
  readonly least: number | null;
}

function Steps({ values, half, least }: StepsProps) {
  const { x, y, area } = useChart();
  const { ink } = usePlotStyle();
  return (
    <>
      <Crosshair at={x.at(half + 1)} name={undefined} />
      {least !== null && (
        <g>
          <line
            x1={area.left}
            x2={area.left + area.width}
            y1={y.at(least)}
            y2={y.at(least)}
            stroke={ink.muted}
            strokeDasharray="4 3"
          />
          <text className="plot-tick" x={area.left + 6} y={y.at(least) + 13}>
            all paths, exactly
          </text>
        </g>
      )}
      <path
        d={values.map((value, i) => `${i === 0 ? 'M' : 'L'}${x.at(i + 1)},${y.at(value)}`).join('')}
        fill="none"
        stroke={ink.text}
        strokeWidth={1.5}
        aria-hidden="true"
      />
      <g role="list" aria-label="Objective after each half-sweep">
        {values.map((value, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: the half-sweep is its place
            key={i}
            role="listitem"
            aria-label={`Half-sweep ${i + 1}: ${value.toFixed(4)} nats`}
            cx={x.at(i + 1)}
            cy={y.at(value)}
            r={i === half ? 5 : 3}
            fill={i <= half ? ink.text : ink.muted}
          />
        ))}
      </g>
    </>
  );
}
