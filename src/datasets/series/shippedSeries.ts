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
  /** Who measured it and where it was published, in a sentence. */
  readonly source: string;
  /** Steps after which it repeats, as counted in the series; null where it has no clear period. */
  readonly period: number | null;
  /** When its steps are, where years matter. */
  readonly calendar?: Calendar;
  /** How forecasts of it compare with repeating the last value or the last period, in a sentence or two. */
  readonly expect: string;
  /** What suits it, where nothing else is asked for. */
  readonly transform: Transform;
}

export const SHIPPED_SERIES = [
  {
    value: 'sunspots',
    label: 'Sunspots',
    help: 'Quarterly means of the monthly sunspot numbers, 1749 to 1983. Cycles last 11 years, 44 quarters, but not all the same.',
    source:
      'Swiss Federal Observatory, Zurich, and Tokyo Astronomical Observatory; Andrews and Herzberg, Data, 1985 (R, “sunspots”).',
    // Mean distance of the twenty minima from 1755 to 1976.
    period: 44.1,
    calendar: { start: 1749, stepsPerYear: 4 },
    expect:
      'Twenty cycles of 9 to 14 years have a mean that is uncertain by 2.4 %. The rows for training repeat best after 42 quarters, and so do predictions. One quarter ahead the last value is the better forecast. From six quarters on the last cycle is as good as the model, because the cycles held out are higher than all before.',
    transform: 'none',
  },
  {
    value: 'passengers',
    label: 'Airline passengers',
    help: 'Passengers of international airlines, month by month, 1949 to 1960: a year of 12 months on a rising trend.',
    source: 'Box and Jenkins, Time Series Analysis, series G (R, “AirPassengers”).',
    period: 12,
    calendar: { start: 1949, stepsPerYear: 12 },
    expect:
      'The model learns how the logarithm changes from month to month: relative growth, which neither a trend nor growing swings disturb. Up to a year and a half ahead its forecasts are better than the last value and the last year; further ahead the last year is better.',
    transform: 'log-change',
  },
  {
    value: 'nile',
    label: 'Flow of the Nile',
    help: 'Yearly flow of the Nile at Aswan, 1871 to 1970. It falls after 1898 and has no clear period.',
    source: 'Cobb, The problem of the Nile, Biometrika 65, 1978 (R, “Nile”).',
    period: null,
    calendar: { start: 1871, stepsPerYear: 1 },
    expect:
      'There is no period to repeat. Up to five years ahead the forecast has two thirds to four fifths of the squared error of the last value; further ahead both are about equal.',
    transform: 'none',
  },
  {
    value: 'rivers',
    label: 'Two Icelandic rivers',
    help: 'Flow of the rivers Vatnsdalsá and Jökulsá eystri, means of five days, 1972 to 1974. Snow melts once a year, every 73 steps.',
    source: 'Tong, Thanoon and Gudmundsson, Water Resources Bulletin 21, 1985 (tseries for R).',
    period: 73,
    calendar: { start: 1972, stepsPerYear: 73 },
    expect:
      'Two and a half years are for training, and the snow melts on other days each year. These rows repeat best after 70 steps, and most predictions after 64 to 69. Forecasts are better than the last value and the last year.',
    transform: 'none',
  },
  {
    value: 'heart',
    label: 'Electrocardiogram',
    help: 'Ten seconds of a heart, 60 values a second, without slow drift. A beat takes 30 to 34 steps, 32.3 on average.',
    source:
      'MIT-BIH Arrhythmia Database, record 208, Moody and Mark 2001, PhysioNet, Open Data Commons Attribution License (SciPy).',
    // Mean distance of its 18 peaks.
    period: 32.29,
    expect:
      'Beats are of unequal length, so a forecast of a spike that comes a step early or late counts twice as an error, and forecasts are cautious.',
    transform: 'none',
  },
  {
    value: 'walking',
    label: 'Walking (simulated)',
    help: 'What an accelerometer at the waist shows of someone who walks: three directions, 25 values a second. A stride, two steps, takes 27.5 values.',
    source: 'Not measured: harmonics of the stride with uneven strides and noise.',
    period: 27.5,
    expect:
      'Strides are of unequal length: about two strides ahead the model no longer knows where in a stride it is, and forecasts fade.',
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
