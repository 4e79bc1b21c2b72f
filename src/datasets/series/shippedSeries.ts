import type { Calendar } from '../calendar.ts';
import type { Transform } from '../transform.ts';

/** Series that come with the page: what each is, where it is from, and how long its period is. */
export interface ShippedSeries {
  /** In links and on the command line; also the name of its file. */
  readonly value: string;
  /** Of the list of signals. */
  readonly label: string;
  /** What a row is and what there is to see, in a sentence or two. */
  readonly help: string;
  /** Steps after which it repeats, as counted in the series; null where it has no clear period. */
  readonly period: number | null;
  /** When its steps are, where years matter. */
  readonly calendar?: Calendar;
  /** What suits it, where nothing else is asked for. */
  readonly transform: Transform;
}

export const SHIPPED_SERIES = [
  {
    value: 'sunspots',
    label: 'Sunspots',
    help: 'Quarterly means of the monthly sunspot numbers, 1749 to 1983. Cycles last 11 years, 44 quarters, but not all the same.',
    // Mean distance of the twenty minima from 1755 to 1976.
    period: 44.1,
    calendar: { start: 1749, stepsPerYear: 4 },
    transform: 'none',
  },
  {
    value: 'passengers',
    label: 'Airline passengers',
    help: 'Passengers of international airlines, month by month, 1949 to 1960: a year of 12 months on a rising trend.',
    period: 12,
    calendar: { start: 1949, stepsPerYear: 12 },
    transform: 'log-change',
  },
  {
    value: 'nile',
    label: 'Flow of the Nile',
    help: 'Yearly flow of the Nile at Aswan, 1871 to 1970. It falls after 1898 and has no clear period.',
    period: null,
    calendar: { start: 1871, stepsPerYear: 1 },
    transform: 'none',
  },
  {
    value: 'rivers',
    label: 'Two Icelandic rivers',
    help: 'Flow of the rivers Vatnsdalsá and Jökulsá eystri, means of five days, 1972 to 1974. Snow melts once a year, every 73 steps.',
    period: 73,
    calendar: { start: 1972, stepsPerYear: 73 },
    transform: 'none',
  },
  {
    value: 'saintJohn',
    label: 'Saint John River',
    help: 'Flow of the Saint John River on the border of Canada and Maine, month by month, 1927 to 2014: snow melts in April and May. A year takes 12 months.',
    period: 12,
    calendar: { start: 1927, stepsPerYear: 12 },
    transform: 'log',
  },
  {
    value: 'heart',
    label: 'Electrocardiogram',
    help: 'Ten seconds of a heart, 60 values a second, without slow drift. A beat takes 30 to 34 steps, 32.3 on average.',
    // Mean distance of its 18 peaks.
    period: 32.29,
    transform: 'none',
  },
  {
    value: 'pocket',
    label: 'Walking',
    help: 'What the accelerometer of a phone in a trouser pocket shows of someone who walks: three directions, 25 values a second. A stride, two steps, takes 25 to 31 values, 26.8 on average.',
    // Mean of the strides between the steps of one foot, by a sensor at it.
    period: 26.77,
    transform: 'none',
  },
  {
    value: 'walking',
    label: 'Walking (simulated)',
    help: 'What an accelerometer at the waist shows of someone who walks: three directions, 25 values a second. A stride, two steps, takes 27.5 values.',
    period: 27.5,
    transform: 'none',
  },
] as const satisfies readonly ShippedSeries[];

/** The options of a list of signals, to come before "own". */
export const SHIPPED_OPTIONS = SHIPPED_SERIES.map(({ value, label, help }) => ({
  ...{ value, label, help },
}));

export type ShippedName = (typeof SHIPPED_SERIES)[number]['value'];

/** The shipped series that a signal names; null where it names none. */
export const shippedSeries = (
  signal: unknown,
): (ShippedSeries & { readonly value: ShippedName }) | null =>
  SHIPPED_SERIES.find(({ value }) => value === signal) ?? null;
