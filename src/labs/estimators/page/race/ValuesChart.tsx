import { useMemo, useState } from 'react';
import { countAxis, linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { finiteInterval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { Reading } from '../../../../plots/chart/Reading.tsx';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { RacerView, RaceView } from '../../snapshot.ts';
import { racerName } from '../words.ts';

interface ValuesChartProps {
  readonly view: RaceView;
  readonly racers: readonly RacerView[];
  readonly rangeKey: string | number;
  /** Of kept runs, averaged over their racers. */
  readonly ghosts?: readonly Ghost[];
}

const MARGIN = { left: 52, right: 14, top: 20, bottom: 32 } as const;
const FEWEST_STEPS = 20;

/** E f of each racer over the steps of the race. */
export function ValuesChart({ view, racers, rangeKey, ghosts = NO_GHOSTS }: ValuesChartProps) {
  const theme = useTheme();
  const [pointed, setPointed] = useState<number | null>(null);
  const { firstStep } = view;
  const length = racers[0]?.values.length ?? 0;
  const last = firstStep + Math.max(FEWEST_STEPS, length - 1);
  const x = useMemo(() => countAxis('step', { low: firstStep, high: last }), [firstStep, last]);
  const range = useSteady(
    useMemo(
      () => finiteInterval(...[...racers, ...ghosts].map(({ values }) => values)),
      [racers, ghosts],
    ),
    rangeKey,
    nextInterval,
  );
  const y = useMemo(() => linearAxis('E f', range), [range]);
  const steps = useMemo(
    () => Float32Array.from({ length }, (_, i) => firstStep + i),
    [length, firstStep],
  );
  return (
    <Chart
      label="E f of each racer over the steps"
      margin={MARGIN}
      x={x}
      y={y}
      onPoint={(at) => setPointed(at?.[0] ?? null)}
    >
      <LaterGhosts ghosts={ghosts} />
      {racers.map(({ id, values }) => {
        const { colour, dashes } = estimatorLook(id, theme);
        return <Curve key={id} {...{ xs: steps, values, colour, dashes, width: 2.25 }} />;
      })}
      <Reading
        {...{ label: 'Step', xs: steps, named: (step) => `step ${step}`, pointed }}
        lines={racers.map(({ id, values }) => ({
          ...{ key: id, name: racerName(id), colour: estimatorLook(id, theme).colour },
          value: (record) => values[record],
          text: (record) => formatFixed(values[record], 3),
        }))}
      />
    </Chart>
  );
}
