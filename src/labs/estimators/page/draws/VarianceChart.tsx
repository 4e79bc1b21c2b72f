import { memo, useMemo, useState } from 'react';
import { logAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { ErrorMarks } from '../../../../plots/chart/ErrorMarks.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { Reading } from '../../../../plots/chart/Reading.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatDigits } from '../../../../ui/numbers.ts';
import { NAMES } from '../../names.ts';
import type { EstimatesView } from '../../snapshot.ts';
import { biasOf } from '../words.ts';

interface VarianceChartProps {
  readonly drawn: readonly EstimatesView[];
  readonly gradient: number;
  /** Of kept runs. */
  readonly ghosts?: readonly Ghost[];
}

const MARGIN = { left: 52, right: 14, top: 20, bottom: 32 } as const;
/** Less is 0 and has no place on a logarithmic axis. */
const LEAST = 1e-12;

/** The variance of averages over the number of draws: exact lines through measured marks. */
export const VarianceChart = memo(function VarianceChart({
  drawn,
  gradient,
  ghosts = NO_GHOSTS,
}: VarianceChartProps) {
  const most = Math.max(10, ...drawn.flatMap(({ sizes }) => sizes));
  const x = useMemo(() => logAxis('draws averaged', { low: 0.8, high: 1.3 * most }), [most]);
  const { low, high } = rangeOf(drawn, gradient, ghosts);
  const y = useMemo(() => logAxis('variance', { low, high }), [low, high]);
  const [pointed, setPointed] = useState<number | null>(null);
  const without = drawn.filter(({ exactVariance }) => exactVariance < LEAST);
  return (
    <Chart
      label="Variance of averages over the number of draws"
      margin={MARGIN}
      x={x}
      y={y}
      onPoint={(at) => setPointed(at?.[0] ?? null)}
    >
      <LaterGhosts ghosts={ghosts} />
      <g role="list" aria-label="Estimators">
        {drawn.map((estimates) => (
          <Line key={estimates.id} estimates={estimates} gradient={gradient} />
        ))}
      </g>
      {without.length > 0 && <ZeroNote drawn={without} />}
      <Values drawn={drawn} pointed={pointed} />
    </Chart>
  );
});

interface ValuesProps extends Pick<VarianceChartProps, 'drawn'> {
  readonly pointed: number | null;
}

/** Exact variances, and those measured, by the number of draws. */
function Values({ drawn, pointed }: ValuesProps) {
  const theme = useTheme();
  const sizes = useMemo(
    () => [...new Set(drawn.flatMap(({ sizes }) => sizes))].sort((a, b) => a - b),
    [drawn],
  );
  const lines = drawn.map(({ id, sizes: own, exact, measured }) => {
    const at = (record: number) => own.indexOf(sizes[record]);
    const value = (record: number) => exact[at(record)] ?? Number.NaN;
    return {
      ...{ key: id, name: NAMES[id], colour: estimatorLook(id, theme).colour, value },
      short: (record: number) => formatDigits(value(record)),
      text: (record: number) =>
        `${formatDigits(value(record))} (measured ${formatDigits(measured[at(record)])})`,
    };
  });
  return (
    <Reading {...{ label: 'Number of draws', xs: sizes, named: drawsInWords, lines, pointed }} />
  );
}

const drawsInWords = (draws: number) => (draws === 1 ? 'one draw' : `${draws} draws`);

/** Whole decades around all exact values and biases, so that the axis rests while marks move. */
function rangeOf(drawn: readonly EstimatesView[], gradient: number, ghosts: readonly Ghost[]) {
  const values = [
    ...drawn.flatMap((estimates) => [...estimates.exact, biasOf(estimates, gradient) ** 2]),
    ...ghosts.flatMap(({ values }) => Array.from(values)),
  ].filter((value) => value > LEAST);
  if (values.length === 0) return { low: 0.01, high: 10 };
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10);
  return { low: 10 ** Math.floor(low - 0.15), high: 10 ** Math.ceil(high + 0.15) };
}

interface LineProps {
  readonly estimates: EstimatesView;
  readonly gradient: number;
}

function Line({ estimates, gradient }: LineProps) {
  const { id, sizes, measured, errors, exact, exactVariance } = estimates;
  const { colour, dashes, mark } = estimatorLook(id, useTheme());
  const bias = biasOf(estimates, gradient);
  const marks = sizes.map((at, i) => ({ at, value: measured[i], error: errors[i] }));
  return (
    <g
      role="listitem"
      aria-label={`${NAMES[id]}: variance ${formatDigits(exactVariance)} of one draw${bias === 0 ? '' : `, bias ${formatDigits(bias)}`}`}
    >
      {bias !== 0 && (
        <Rule
          along="y"
          at={bias * bias}
          {...{ colour, width: 1.75, dashes: '2 4' }}
          name={`bias² of ${NAMES[id].toLowerCase()}`}
          nameAt="end"
        />
      )}
      {exactVariance >= LEAST && (
        <>
          <Curve xs={sizes} values={exact} {...{ colour, dashes, width: 2.25 }} />
          <ErrorMarks marks={marks} mark={mark} colour={colour} />
        </>
      )}
    </g>
  );
}

/** Those that have no place on the axis. */
function ZeroNote({ drawn }: { readonly drawn: readonly EstimatesView[] }) {
  const { area } = useChart();
  const names = drawn.map(({ id }) => NAMES[id]).join(', ');
  return (
    <text className="plot-note" x={area.left + 8} y={area.top + area.height - 8}>
      Variance 0: {names}
    </text>
  );
}
