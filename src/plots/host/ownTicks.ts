/** Ticks of an axis in the units of the data, however large, small or far from zero these are. */
import { ticks } from 'd3';
import { type ColumnUnit, fromOwn, toOwn } from '../../datasets/columnUnits.ts';
import { formatFixed } from '../../ui/numbers.ts';

export interface Tick {
  /** Where it is, in the units of the plot. */
  readonly at: number;
  readonly text: string;
  readonly isZero: boolean;
}

export interface OwnTicks {
  readonly ticks: readonly Tick[];
  /** Between two ticks, in the units of the plot; null with fewer than two. */
  readonly step: number | null;
  /** What the texts leave out, to follow the name of the axis: "in 10⁶", "from 1,400,000"; or empty. */
  readonly note: string;
}

/** Longer texts do not fit beside a plot. */
const MOST_CHARACTERS = 6;
const SMALLEST_PLAIN = 1e-3;
const LARGEST_PLAIN = 1e5;

/** About `count` ticks from one value to another, both in the units of the plot. */
export function ownTicks(from: number, to: number, unit: ColumnUnit, count: number): OwnTicks {
  const values = ticks(toOwn(unit, from), toOwn(unit, to), count);
  const { text, note } = wordsFor(values);
  return {
    ticks: values.map((value) => ({
      at: fromOwn(unit, value),
      text: text(value),
      isZero: value === 0,
    })),
    step: values.length > 1 ? Math.abs(values[1] - values[0]) / unit.scale : null,
    note,
  };
}

/** Values in the units of the plot, written as ticks are. */
export function ownTexts(
  values: readonly number[],
  unit: ColumnUnit,
): { readonly texts: readonly string[]; readonly note: string } {
  const own = values.map((value) => toOwn(unit, value));
  const { text, note } = wordsFor(own);
  return { texts: own.map(text), note };
}

interface TickWords {
  readonly text: (value: number) => string;
  readonly note: string;
}

function wordsFor(values: readonly number[]): TickWords {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const plain = plainWords(values);
  const isPlain = largest === 0 || (largest >= SMALLEST_PLAIN && largest < LARGEST_PLAIN);
  if (isPlain && fits(plain, values)) return plain;
  const scaled = inPowersOfTen(values, largest);
  if (fits(scaled, values)) return scaled;
  // Far from zero, close to each other: what they share goes into the name.
  const [first] = values;
  const steps = values.map((value) => value - first);
  const last = steps[steps.length - 1];
  const isModest = last >= SMALLEST_PLAIN && last < LARGEST_PLAIN;
  const relative = isModest ? plainWords(steps) : inPowersOfTen(steps, last);
  return {
    text: (value) => relative.text(value - first),
    note: [`from ${plain.text(first)}`, relative.note].filter(Boolean).join(', '),
  };
}

const fits = ({ text }: TickWords, values: readonly number[]): boolean =>
  values.every((value) => text(value).length <= MOST_CHARACTERS);

const plainWords = (values: readonly number[]): TickWords => ({
  text: plainText(values),
  note: '',
});

/** Writes values with the decimals that their steps need. */
export function plainText(values: readonly number[]): (value: number) => string {
  const step = values.length > 1 ? Math.abs(values[1] - values[0]) : Math.abs(values[0] ?? 1);
  const decimals = step > 0 ? Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) : 0;
  return (value) => formatFixed(value, Math.min(20, decimals));
}

function inPowersOfTen(values: readonly number[], largest: number): TickWords {
  const exponent = 3 * Math.floor(Math.log10(largest) / 3);
  const shrink = (value: number) => value / 10 ** exponent;
  const words = plainWords(values.map(shrink));
  return { text: (value) => words.text(shrink(value)), note: `in 10${superscript(exponent)}` };
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as it is written over a ten. */
export const superscript = (exponent: number): string =>
  String(exponent)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]);
