import { bisectCenter } from 'd3';
import { useState } from 'react';
import { useChart } from './Chart.tsx';
import { Crosshair } from './Crosshair.tsx';
import { EndLabels } from './EndLabels.tsx';
import { StepReader } from './StepReader.tsx';

interface ReadLine {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly strong?: boolean | undefined;
  /** NaN where the line has none: it may begin late, or pause where another objective was trained for. */
  readonly valueAt: (record: number) => number;
}

interface ReadingProps {
  /** What keys choose; by default the step. */
  readonly label?: string;
  /** Where the records lie along x, increasing. */
  readonly xs: ArrayLike<number>;
  readonly lines: readonly ReadLine[];
  /** Pixels along x; null where no pointer is over the chart. */
  readonly pointed: number | null;
  /** What a record is called: "step 12". */
  readonly recordText: (record: number) => string;
  readonly valueText: (value: number) => string;
}

/** Names and values of lines, at the record that keys chose, under the pointer, or else at the last. */
export function Reading({ label = 'Step', ...props }: ReadingProps) {
  const { xs, lines, pointed, recordText, valueText } = props;
  const { x, y } = useChart();
  const [read, setRead] = useState<number | null>(null);
  const last = xs.length - 1;
  const record =
    read !== null
      ? Math.min(read, last)
      : pointed === null
        ? last
        : bisectCenter(xs as number[], x.valueAt(pointed));
  const name = recordText(record);
  const at = x.at(xs[record]);
  const presentAt = (its: number) =>
    lines
      .map((line) => ({ ...line, value: line.valueAt(its) }))
      .filter(({ value }) => !Number.isNaN(value));
  const present = presentAt(record);
  const inWords = (its: number) =>
    `${recordText(its)}: ${presentAt(its)
      .map((line) => `${line.name} ${valueText(line.value)}`)
      .join(', ')}`;
  return (
    <>
      <StepReader {...{ label, count: xs.length, record: read, onRead: setRead, text: inWords }} />
      <EndLabels
        label={`Values at ${name}`}
        labels={present.map(({ value, ...line }) => ({
          ...{ ...line, value: valueText(value), at: y.at(value) },
        }))}
      />
      {(pointed !== null || read !== null) && (
        <>
          <Crosshair at={at} name={name} />
          {present.map(({ key, value, colour }) =>
            Number.isFinite(value) ? (
              <circle key={key} cx={at} cy={y.at(value)} r={3} fill={colour} />
            ) : null,
          )}
        </>
      )}
    </>
  );
}
