import { useState } from 'react';
import { useChart } from './Chart.tsx';
import { Crosshair } from './Crosshair.tsx';
import { EndLabels } from './EndLabels.tsx';
import { StepReader } from './StepReader.tsx';

/** A line, or marks, with a value at each record. */
export interface ReadLine {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  /** NaN where there is none. */
  readonly value: (record: number) => number;
  /** The value, and what else is known of it. */
  readonly text: (record: number) => string;
  /** As it is written in the chart; by default as its text. */
  readonly short?: (record: number) => string;
}

interface KeyReadingProps {
  /** What keys choose: "Step". */
  readonly label: string;
  /** The places along x at which there are values, increasing. */
  readonly xs: ArrayLike<number>;
  /** A place in words: "step 12". */
  readonly named: (x: number) => string;
  readonly lines: readonly ReadLine[];
  /** Where a pointer is over the chart, pixels along x; where the chart has handles it reads nothing. */
  readonly pointed?: number | null;
}

const DISTANCE = 8;
/** Narrower charts have room for values, not for names: colours tell the lines apart, pixels. */
const NARROW = 400;

/** The values of all lines at one place, chosen by keys or a pointer: a line with its name, and labels next to it. */
export function KeyReading({ label, xs, named, lines, pointed = null }: KeyReadingProps) {
  const { area, x, y } = useChart();
  const [read, setRead] = useState<number | null>(null);
  if (xs.length === 0) return null;
  const record =
    read !== null
      ? Math.min(read, xs.length - 1)
      : pointed === null
        ? null
        : nearest(Array.from(xs, x.at), pointed);
  const presentAt = (its: number) => lines.filter(({ value }) => !Number.isNaN(value(its)));
  const inWords = (its: number) =>
    `${named(xs[its])}: ${presentAt(its)
      .map(({ name, text }) => `${name} ${text(its)}`)
      .join('; ')}`;
  const reader = (
    <StepReader
      {...{ label, count: xs.length, record: read, onRead: setRead, text: inWords }}
      resting="none"
    />
  );
  if (record === null) return reader;
  const at = x.at(xs[record]);
  const isLate = at > area.left + area.width / 2;
  const present = presentAt(record);
  return (
    <>
      {reader}
      <Crosshair at={at} name={named(xs[record])} />
      {present.map(({ key, value, colour }) => (
        <circle key={key} cx={at} cy={y.at(value(record))} r={3} fill={colour} />
      ))}
      <EndLabels
        label={`Values at ${named(xs[record])}`}
        className="lane-name"
        place={isLate ? { x: at - DISTANCE, anchor: 'end' } : { x: at + DISTANCE, anchor: 'start' }}
        labels={present.map(({ key, name, colour, value, text, short = text }) => ({
          ...{ key, colour, value: short(record), at: y.at(value(record)) },
          name: area.width < NARROW ? '' : name,
        }))}
      />
    </>
  );
}

const nearest = (places: readonly number[], to: number): number =>
  places.reduce(
    (best, place, i) => (Math.abs(place - to) < Math.abs(places[best] - to) ? i : best),
    0,
  );
