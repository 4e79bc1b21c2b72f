import { bisectLeft } from 'd3';
import { useState } from 'react';
import type { Axis } from './axes.ts';
import { useChart } from './Chart.tsx';
import { Crosshair } from './Crosshair.tsx';
import { EndLabels } from './EndLabels.tsx';
import { StepReader } from './StepReader.tsx';

/** A line, or marks, with a value at each record. */
export interface ReadLine {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly strong?: boolean | undefined;
  /** NaN where there is none: a line may begin late, or pause where another objective was trained for. */
  readonly value: (record: number) => number;
  /** The value, and what else is known of it. */
  readonly text: (record: number) => string;
  /** As it is written in the chart; by default as its text. */
  readonly short?: (record: number) => string;
}

interface ReadingProps {
  /** What keys choose; by default the step. */
  readonly label?: string;
  /** Where the records lie along x, increasing. */
  readonly xs: ArrayLike<number>;
  /** A place in words: "step 12". */
  readonly named: (x: number) => string;
  readonly lines: readonly ReadLine[];
  /** Where a pointer is over the chart, pixels along x; where the chart has handles it reads nothing. */
  readonly pointed?: number | null;
  /**
   * Whether names and values stand right of the chart, at rest those of the last record. Otherwise
   * they stand next to the place that is read, and at rest there are none.
   */
  readonly isBeside?: boolean;
}

const DISTANCE = 8;
/** Narrower charts have room for values, not for names: colours tell the lines apart, pixels. */
const NARROW = 400;

/** The values of all lines at one place, chosen by keys or a pointer: a line with its name, and labels. */
export function Reading(props: ReadingProps) {
  const { label = 'Step', xs, named, lines, pointed = null, isBeside = false } = props;
  const { area, x, y } = useChart();
  const [read, setRead] = useState<number | null>(null);
  if (xs.length === 0) return null;
  const last = xs.length - 1;
  const chosen =
    read !== null ? Math.min(read, last) : pointed === null ? null : nearest(xs, x, pointed);
  const record = chosen ?? (isBeside ? last : null);
  const presentAt = (its: number) => lines.filter(({ value }) => !Number.isNaN(value(its)));
  const inWords = (its: number) =>
    `${named(xs[its])}: ${presentAt(its)
      .map(({ name, text }) => `${name} ${text(its)}`)
      .join('; ')}`;
  const reader = (
    <StepReader
      {...{ label, count: xs.length, record: read, onRead: setRead, text: inWords }}
      resting={isBeside ? 'the last step' : 'none'}
    />
  );
  if (record === null) return reader;
  const at = x.at(xs[record]);
  const isLate = at > area.left + area.width / 2;
  const present = presentAt(record);
  const next = {
    className: 'lane-name',
    place: {
      x: isLate ? at - DISTANCE : at + DISTANCE,
      anchor: isLate ? ('end' as const) : ('start' as const),
    },
  };
  return (
    <>
      {reader}
      {chosen !== null && (
        <>
          <Crosshair at={at} name={named(xs[record])} />
          {present.map(({ key, value, colour }) =>
            Number.isFinite(value(record)) ? (
              <circle key={key} cx={at} cy={y.at(value(record))} r={3} fill={colour} />
            ) : null,
          )}
        </>
      )}
      <EndLabels
        label={`Values at ${named(xs[record])}`}
        {...(!isBeside && next)}
        labels={present.map(({ key, name, colour, strong, value, text, short = text }) => ({
          ...{ key, colour, strong, value: short(record), at: y.at(value(record)) },
          name: !isBeside && area.width < NARROW ? '' : name,
        }))}
      />
    </>
  );
}

/** The record whose place is nearest to a pixel. */
function nearest(xs: ArrayLike<number>, x: Axis, pointed: number): number {
  const after = Math.min(xs.length - 1, bisectLeft(xs as number[], x.valueAt(pointed)));
  const before = Math.max(0, after - 1);
  return pointed - x.at(xs[before]) < x.at(xs[after]) - pointed ? before : after;
}
