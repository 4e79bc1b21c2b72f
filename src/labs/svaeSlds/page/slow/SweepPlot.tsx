import { useCallback, useMemo } from 'react';
import { linearAxis, timeAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { finiteInterval } from '../../../../plots/chart/intervals.ts';
import { Lines } from '../../../../plots/chart/Lines.tsx';
import { bandPath } from '../../../../plots/chart/paths.ts';
import { StateRibbon } from '../../../../plots/ribbon/StateRibbon.tsx';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import type { PathsInspection, SweepsInspection } from '../../snapshot.ts';
import type { SweepFrame } from './frames.ts';
import styles from './SweepsView.module.css';

interface SweepPlotProps {
  readonly inspection: SweepsInspection;
  readonly frame: SweepFrame;
  readonly paths: PathsInspection | null;
  /** K */
  readonly states: number;
}

const NO_COLOURS: readonly number[] = [];

/** What a half-sweep has made: q(z) with the messages it came from, and q(x). */
export function SweepPlot({ inspection, frame, paths, states }: SweepPlotProps) {
  const half = inspection.halves[frame.half];
  const isExact = frame.stage === 'exact' && paths !== null;
  const steps = inspection.steps - 1;
  const ribbon = (label: string, name: string, values: Float32Array, hasAxis = false) => (
    <StateRibbon
      key={name}
      label={label}
      responsibilities={values}
      states={states}
      truth={null}
      trueColours={NO_COLOURS}
      names={[name, '']}
      steps={steps}
      hovered={null}
      hoveredState={null}
      inputEnd={null}
      hasAxis={hasAxis}
      note={label}
    />
  );
  if (isExact)
    return (
      <div className={styles.exact}>
        {ribbon('p(z), all paths summed', 'exact', paths.exact)}
        {ribbon('q(z) of mean field', 'mean f.', paths.meanField, true)}
      </div>
    );
  return (
    <div className={styles.pictures}>
      {ribbon('energies: each step alone', 'energy', half.alone)}
      {ribbon('message forward: the past', 'past', half.forward)}
      {ribbon('message backward: the future', 'future', half.backward)}
      {ribbon('q(z): all together', 'q(z)', half.responsibilities)}
      <LatentsChart half={half} steps={inspection.steps} />
    </div>
  );
}

const UNIT = { low: 0, high: 1 };

/** q(x): means, two standard deviations around them, and the means as the filter has them. */
function LatentsChart({
  half,
  steps,
}: {
  readonly half: SweepsInspection['halves'][number];
  readonly steps: number;
}) {
  const { ink } = usePlotStyle();
  const d = half.means.length / steps;
  // Not in the colours of the palette, which are those of states here.
  const inkOf = useCallback((i: number) => (i % 2 === 0 ? ink.text : ink.muted), [ink]);
  const { columns, lines } = useMemo(() => {
    const columnOf = (values: Float32Array, i: number) =>
      Float32Array.from({ length: steps }, (_, t) => values[t * d + i]);
    const columns = Array.from({ length: d }, (_, i) => {
      const deviations = Float32Array.from({ length: steps }, (_, t) =>
        Math.sqrt(Math.max(0, half.covariances[(t * d + i) * d + i])),
      );
      return { mean: columnOf(half.means, i), filtered: columnOf(half.filtered, i), deviations };
    });
    const lines = columns.flatMap(({ mean, filtered }, i) => {
      const colour = inkOf(i);
      return [
        { values: filtered, stroke: { colour, width: 1, opacity: 0.6 } },
        { values: mean, stroke: { colour, width: 2.25 } },
      ];
    });
    return { columns, lines };
  }, [half, steps, d, inkOf]);
  const range = useMemo(() => {
    const ends = columns.flatMap(({ mean, deviations }) =>
      Array.from(mean, (value, t) => [value - 2 * deviations[t], value + 2 * deviations[t]]).flat(),
    );
    return finiteInterval(ends) ?? UNIT;
  }, [columns]);
  const x = useMemo(() => timeAxis(steps, 'step of the stretch'), [steps]);
  const y = useMemo(() => linearAxis('latents', range), [range]);
  return (
    <Chart
      label="q(x): means of the latents, with two standard deviations"
      x={x}
      y={y}
      note="q(x); thin: as filtered"
      below={<Lines lines={lines} />}
    >
      {columns.map(({ mean, deviations }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the band is its latent
        <Spread key={i} {...{ mean, deviations }} fill={inkOf(i)} />
      ))}
    </Chart>
  );
}

interface SpreadProps {
  readonly mean: Float32Array;
  readonly deviations: Float32Array;
  readonly fill: string;
}

function Spread({ mean, deviations, fill }: SpreadProps) {
  const { x, y, clip } = useChart();
  const d = bandPath(
    mean.length,
    (t) => x.at(t),
    (t) => y.at(mean[t] - 2 * deviations[t]),
    (t) => y.at(mean[t] + 2 * deviations[t]),
  );
  return <path d={d} fill={fill} opacity={0.16} clipPath={clip} aria-hidden="true" />;
}
