/** Axes of charts: where values are drawn, and what is written along them. */

import { range, ticks as roundTicks } from 'd3';
import type { ColumnUnit } from '../../datasets/columnUnits.ts';
import { formatFixed } from '../../ui/numbers.ts';
import type { AxisTick, MarkedAxis } from '../host/AxisMarks.tsx';
import { ownTicks, plainText, superscript } from '../host/ownTicks.ts';
import { linearScale, logScale, type Scale } from '../host/scale.ts';
import type { Interval } from './intervals.ts';

/** Pixels and values along one side of a chart. */
export interface Axis extends MarkedAxis {
  /** The values at both ends. */
  readonly ends: Interval;
  /** Where a value is drawn. */
  at(value: number): number;
  /** The value drawn at a place. */
  valueAt(place: number): number;
  /** What a step of a series is called, where that is not its number. */
  readonly stepName?: (step: number) => string;
}

/**
 * An axis before the size of the chart is known: it takes the places of its lower and its upper
 * end, pixels. Keep it as long as nothing changes: charts are laid out again for a new one.
 */
export type AxisOf = (from: number, to: number) => Axis;

/** Room for a tick along x and along y, pixels. */
const ROOM = { x: 80, y: 36 } as const;
const wholeText = (value: number): string => formatFixed(value, 0);

/** How many ticks an axis has room for. Places grow along x and fall along y. */
export const tickCount = (from: number, to: number): number =>
  Math.max(2, Math.round(Math.abs(to - from) / (from < to ? ROOM.x : ROOM.y)));

/** An axis with a scale and the ticks it is told. */
export const scaledAxis = (
  name: string,
  { ends, places, at, valueAt }: Scale,
  ticks: readonly number[],
  text: (value: number) => string,
): Axis => {
  const [low, high] = ends;
  const line = places[0] < places[1] ? 'short' : 'grid';
  return {
    name,
    ends: { low, high },
    ticks: ticks.map((value) => ({ at: at(value), text: text(value), line })),
    at,
    valueAt,
  };
};

/** Evenly spaced values with round ticks, or with those in `marks`. */
export const linearAxis =
  (
    name: string,
    { low, high }: Interval,
    marks?: { readonly ticks?: readonly number[]; readonly text?: (value: number) => string },
  ): AxisOf =>
  (from, to) => {
    const scale = linearScale([low, high], [from, to]);
    const ticks = marks?.ticks ?? roundTicks(low, high, tickCount(from, to));
    return scaledAxis(name, scale, ticks, marks?.text ?? plainText(ticks));
  };

/** Values with ticks in the units of the data; what their texts leave out follows the name. */
export const ownAxis =
  (name: string, { low, high }: Interval, unit: ColumnUnit): AxisOf =>
  (from, to) => {
    const scale = linearScale([low, high], [from, to]);
    const { ticks, note } = ownTicks(low, high, unit, tickCount(from, to));
    return {
      name: note === '' ? name : `${name} (${note})`,
      ends: { low, high },
      ticks: ticks.map(({ at, text }) => ({ at: scale.at(at), text, line: 'short' })),
      at: scale.at,
      valueAt: scale.valueAt,
    };
  };

/** Numbers of things that are counted: ticks at whole numbers only. */
export const countAxis =
  (name: string, { low, high }: Interval): AxisOf =>
  (from, to) => {
    const scale = linearScale([low, high], [from, to]);
    const ticks = roundTicks(low, high, tickCount(from, to)).filter(Number.isInteger);
    return scaledAxis(name, scale, ticks, wholeText);
  };

/** The steps 0 to `count` - 1 of a series, each as wide as all others: charts of equal width share it. */
export const timeAxis = (count: number, name = 'step'): AxisOf =>
  countAxis(name, { low: -0.5, high: Math.max(1, count) - 0.5 });

/** The same without ticks and name, where they are written under another chart. */
export const unmarked =
  (axis: AxisOf): AxisOf =>
  (from, to) => ({ ...axis(from, to), name: '', ticks: [] });

const ROUND_ROWS = [1, 2, 5, 10, 20, 50, 100];

/** The numbers, from 1 on, of the rows to be named: the first, and as many round ones as fit `gap` pixels apart. */
export function rowNumbers(count: number, height: number, gap: number): number[] {
  const fits = Math.max(1, height / gap);
  const step = ROUND_ROWS.find((candidate) => count / candidate <= fits) ?? count;
  const round = range(step, count + 1, step);
  return step === 1 ? round : [1, ...round.filter((number) => number - 1 > step / 2)];
}

/**
 * `count` rows one below the other, the first on top: row i is between the values i and i + 1.
 *
 * @param isRuled whether there are lines between them
 */
export const rowsAxis =
  (
    name: string,
    count: number,
    gap: number,
    text: (row: number) => string,
    isRuled = false,
  ): AxisOf =>
  (from, to) => {
    const scale = linearScale([count, 0], [from, to]);
    const ticks: AxisTick[] = rowNumbers(count, from - to, gap).map((number) => ({
      at: scale.at(number - 0.5),
      text: text(number - 1),
      line: 'none',
    }));
    if (isRuled) {
      for (let row = 1; row < count; row++)
        ticks.push({ at: scale.at(row), text: '', line: 'grid' });
    }
    return { name, ends: { low: 0, high: count }, ticks, at: scale.at, valueAt: scale.valueAt };
  };

/** The step of a time axis at a place; the first or last one outside the chart. */
export const stepAt = ({ ends, valueAt }: Axis, place: number): number =>
  Math.round(Math.min(ends.high - 0.5, Math.max(ends.low + 0.5, valueAt(place))));

/** Positive values, evenly spaced by their logarithms; values beyond the ends take the ends. */
export const logAxis =
  (name: string, { low, high }: Interval): AxisOf =>
  (from, to) => {
    const scale = logScale([low, high], [from, to]);
    const length = Math.abs(to - from);
    const powers = powerTicks(low, high, length / 24);
    const ticks = powers.length < 2 ? fineTicks(low, high, length / 48) : powers;
    return scaledAxis(name, scale, ticks, powerText);
  };

/** 1, 2 and 5 times powers of ten from `low` to `high`; 1 and 3 times where those are too many. */
function fineTicks(low: number, high: number, most: number): number[] {
  const powers = powerTicks(low / 10, high, Number.POSITIVE_INFINITY);
  const times = (factors: readonly number[]) =>
    powers
      .flatMap((power) => factors.map((factor) => factor * power))
      .filter((value) => low <= value && value <= high);
  const fine = times([1, 2, 5]);
  return fine.length > most ? times([1, 3]) : fine;
}

/** Powers of ten from `low` to `high`; all of them if they are few, every other and so on if not. */
export function powerTicks(low: number, high: number, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += every) ticks.push(10 ** power);
  return ticks;
}

/** "0.001", "1", "2000", and 10⁵, 2·10⁵ and so on where that is shorter. */
export function powerText(value: number): string {
  if (value === 0) return '0';
  const power = Math.floor(Math.log10(value) + 1e-9);
  if (Math.abs(power) <= 4) return String(Number(value.toPrecision(3)));
  const times = Number((value / 10 ** power).toPrecision(3));
  return `${times === 1 ? '' : `${times}·`}10${superscript(power)}`;
}

/** Left and right of the outermost factors, as a fraction of the axis. */
const AIR = 0.07;

/**
 * A logarithmic axis with a tick at each of `values` and room for zero, which is one decade left of
 * the smallest positive value, after a break.
 */
export const factorAxis =
  (name: string, values: readonly number[]): AxisOf =>
  (from, to) => {
    const positive = values.filter((value) => value > 0);
    const [low, high] = [Math.min(...positive), Math.max(...positive)];
    const air = AIR * (to - from);
    const scale = logScale(
      [positive.length < values.length ? low / 10 : low, high],
      [from + air, to - air],
    );
    return scaledAxis(name, scale, values, powerText);
  };
