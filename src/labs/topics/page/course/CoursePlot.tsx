import { bisectRight, sort } from 'd3';
import { useMemo, useState } from 'react';
import { linearAxis, logAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { EndLabels } from '../../../../plots/chart/EndLabels.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { nextInterval, robustInterval } from '../../../../plots/chart/intervals.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { Reading } from '../../../../plots/chart/Reading.tsx';
import type { AnyPlotProps } from '../../../../plots/host/PlotHost.tsx';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { CHART_MARGIN } from '../../../../plots/style/chartStyle.ts';
import { grouped } from '../../../../settings/words.ts';
import { formatFixed } from '../../../../ui/numbers.ts';

export interface CourseLine {
  readonly name: string;
  readonly colour: string;
  /** Documents seen at each value, increasing; absent for a value that does not change. */
  readonly seen?: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export interface CoursePlotProps extends AnyPlotProps {
  /** Accessible name. */
  readonly label: string;
  /** Of the vertical axis. */
  readonly unit: string;
  /** Keep the list as long as nothing changes. */
  readonly lines: readonly CourseLine[];
  /** Lines of kept runs. */
  readonly ghosts?: readonly Ghost[];
  /** Decimals of the values that are written. */
  readonly decimals: number;
  /** The ranges are fitted again when this changes. */
  readonly domainKey: string | number;
}

const DASHES = '5 4';
/** Narrower, as when presenting with a formula and notes, names take no more room than they need. */
const NARROW = 320;
/** Of a value and the space after it, and of a letter of a name, pixels. */
const [VALUE_WIDTH, LETTER_WIDTH] = [60, 7];

const marginFor =
  (longest: number) =>
  ({ width }: { readonly width: number }) => {
    const right = Math.min(CHART_MARGIN.right, VALUE_WIDTH + LETTER_WIDTH * longest);
    return width < NARROW ? { ...CHART_MARGIN, right } : CHART_MARGIN;
  };

/** Values over the documents seen, and next to them values that stay. */
export function CoursePlot(props: CoursePlotProps) {
  const { lines, unit, label, decimals, domainKey, placeholder, ghosts = NO_GHOSTS } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const interval = useSteady(
    useMemo(
      () => robustInterval([...lines, ...ghosts].map(({ values }) => values)),
      [lines, ghosts],
    ),
    `${domainKey} ${unit} ${lines.length} ${ghosts.length}`,
    nextInterval,
  );
  const seen = [
    ...lines.flatMap((line) => (line.seen?.length ? [line.seen] : [])),
    ...ghosts.map(({ xs }) => xs),
  ];
  const low = Math.min(...seen.map((its) => its[0]));
  const last = Math.max(...seen.map((its) => its[its.length - 1]));
  const high = 10 ** (Math.ceil(4 * Math.log10(Math.max(2 * low, last))) / 4);
  const x = useMemo(
    () => logAxis('documents seen', low < high ? { low, high } : { low: 1, high: 10 }),
    [low, high],
  );
  const y = useMemo(() => linearAxis(unit, interval), [unit, interval]);
  const longest = Math.max(...lines.map(({ name }) => name.length));
  const margin = useMemo(() => marginFor(longest), [longest]);
  return (
    <Chart
      {...{ label, x, y, placeholder }}
      margin={margin}
      onPoint={(at) => setPointed(at?.[0] ?? null)}
    >
      <LaterGhosts ghosts={ghosts} />
      <Courses lines={lines} />
      <Values {...{ lines, decimals, pointed }} />
    </Chart>
  );
}

function Courses({ lines }: Pick<CoursePlotProps, 'lines'>) {
  const { low, high } = useChart().x.ends;
  return lines
    .filter(({ values }) => values.length > 0)
    .map(({ name, colour, seen, values }) => (
      <Curve
        key={name}
        xs={seen ?? [low, high]}
        values={seen ? values : [values[0], values[0]]}
        colour={colour}
        width={seen ? 2.25 : 1.25}
        dashes={seen ? undefined : DASHES}
      />
    ));
}

interface ValuesProps extends Pick<CoursePlotProps, 'lines' | 'decimals'> {
  readonly pointed: number | null;
}

/** What the lines are at the documents seen that are read: wherever one of them was looked at. */
function Values({ lines, decimals, pointed }: ValuesProps) {
  const xs = useMemo(
    () => sort(new Set(lines.flatMap(({ seen }) => Array.from(seen ?? [])))),
    [lines],
  );
  const { y } = useChart();
  const valueText = (value: number) => formatFixed(value, decimals);
  // Before the first step there is nothing to read, but lines that stay have their names.
  if (xs.length === 0)
    return (
      <EndLabels
        label="Values that stay"
        labels={lines.flatMap(({ name, colour, values }) =>
          values.length === 0
            ? []
            : [{ key: name, name, colour, value: valueText(values[0]), at: y.at(values[0]) }],
        )}
      />
    );
  return (
    <Reading
      {...{ xs, pointed }}
      label="Number of documents"
      lines={lines.map(({ name, colour, seen, values }) => {
        const value = (record: number) =>
          values[seen ? bisectRight(seen as number[], xs[record]) - 1 : 0] ?? Number.NaN;
        const text = (record: number) => valueText(value(record));
        return { ...{ key: name, name, colour, strong: seen !== undefined }, value, text };
      })}
      named={(seen) => `${grouped(seen)} documents`}
      isBeside
    />
  );
}
