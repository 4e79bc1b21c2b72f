/** When steps of a series are, in words and for tables. Apart from the calendars: few series have one. */
import { type Calendar, type ClockCalendar, isClock, type YearCalendar } from './calendar.ts';

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
export const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The nearest there is: a Date holds up to 8.64e15, and model files have no step beyond 8e15. */
const dateOf = (ms: number): Date => new Date(Math.max(-8e15, Math.min(8e15, ms)));

/** Whole months from the year 0 to a step, and whether steps are whole months or years; null where they are not. */
function monthsOf({ start, stepsPerYear }: YearCalendar, step: number) {
  const every = 12 / stepsPerYear;
  if (Math.abs(every - Math.round(every)) > 1e-6) return null;
  // Starts are sums of fractions: a step is never taken for the one before it.
  const months = Math.round(12 * (start + step / stepsPerYear));
  return { every: Math.round(every), months };
}

/** A step in words: its year, month, quarter or day, with the time where steps are shorter than a day. */
export function stepText(calendar: Calendar, step: number): string {
  if (isClock(calendar)) return momentText(calendar, calendar.startMs + step * calendar.stepMs);
  const of = monthsOf(calendar, step);
  const year = of ? Math.floor(of.months / 12) : Math.floor(yearOf(calendar, step) + 1e-6);
  if (of === null || of.every % 12 === 0) return String(year);
  const month = of.months - 12 * year;
  if (of.every === 3 && month % 3 === 0) return `Q${month / 3 + 1} ${year}`;
  return `${MONTHS[month]} ${year}`;
}

function momentText({ stepMs }: ClockCalendar, ms: number): string {
  const at = dateOf(ms);
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return stepMs % DAY_MS === 0 ? day : `${day}, ${clockText(stepMs, at)}`;
}

/** As exact as the steps are. */
function clockText(stepMs: number, at: Date): string {
  const text = at.toISOString().slice(11, 23);
  if (stepMs % MINUTE_MS === 0) return text.slice(0, 5);
  return stepMs % 1000 === 0 ? text.slice(0, 8) : text;
}

/** "step 12", with its date where that is known: "step 12 (1882)". @param number that the step has on the page */
export const stepInWords = (
  number: number,
  step: number,
  calendar: Calendar | undefined,
): string => (calendar ? `step ${number} (${stepText(calendar, step)})` : `step ${number}`);

/** "1871 to 1970" */
export const spanText = (calendar: Calendar, steps: number): string =>
  `${stepText(calendar, 0)} to ${stepText(calendar, steps - 1)}`;

/** A step for tables: "1871", "1949-02", "2019-01-07", "2019-01-07T14:30", or the year with its fraction. */
export function stepDate(calendar: Calendar, step: number): string | number {
  if (isClock(calendar)) {
    const { startMs, stepMs } = calendar;
    const at = dateOf(startMs + step * stepMs);
    const day = at.toISOString().slice(0, 10);
    return stepMs % DAY_MS === 0 ? day : `${day}T${clockText(stepMs, at)}`;
  }
  const of = monthsOf(calendar, step);
  if (of === null) return yearOf(calendar, step);
  const year = Math.floor(of.months / 12);
  if (of.every % 12 === 0) return year;
  return `${year}-${String(of.months - 12 * year + 1).padStart(2, '0')}`;
}

/** When a step begins, in years. */
export const yearOf = (calendar: Calendar, step: number): number =>
  isClock(calendar)
    ? yearOfMs(calendar.startMs + step * calendar.stepMs)
    : calendar.start + step / calendar.stepsPerYear;

/** Milliseconds from 1970 as years with their fraction. */
export function yearOfMs(ms: number): number {
  const year = dateOf(ms).getUTCFullYear();
  const [from, to] = [monthMs(12 * year), monthMs(12 * year + 12)];
  return year + (ms - from) / (to - from);
}

/** A month, counted from the year 0, in milliseconds from 1970. `Date.UTC` takes the year 50 for 1950. */
export const monthMs = (months: number): number => new Date(0).setUTCFullYear(0, months, 1);

/** The step, maybe between two, at which a month begins that is counted from the year 0. */
export const stepOfMonth = (calendar: Calendar, months: number): number =>
  isClock(calendar)
    ? (monthMs(months) - calendar.startMs) / calendar.stepMs
    : (months / 12 - calendar.start) * calendar.stepsPerYear;

/** The month in which a step begins, counted from the year 0. */
export function monthOf(calendar: Calendar, step: number): number {
  if (!isClock(calendar)) return Math.floor(12 * yearOf(calendar, step) + 1e-6);
  const at = dateOf(calendar.startMs + step * calendar.stepMs);
  return 12 * at.getUTCFullYear() + at.getUTCMonth();
}

/** Whether there is a step in every month. */
export const isWithinMonth = (calendar: Calendar): boolean =>
  isClock(calendar) ? calendar.stepMs <= 28 * DAY_MS : calendar.stepsPerYear >= 12;

/** Days and times that are evenly spaced, for axes of short series: those from one step to another. */
export function shortMarks(
  calendar: Calendar,
  last: number,
  most: number,
): readonly { readonly step: number; readonly text: string }[] {
  if (!isClock(calendar)) return [];
  const { startMs, stepMs } = calendar;
  const endMs = startMs + last * stepMs;
  const every = SPACINGS.find((spacing) => (endMs - startMs) / spacing <= most);
  if (every === undefined) return [];
  const first = Math.ceil(startMs / every) * every;
  return Array.from({ length: Math.floor((endMs - first) / every) + 1 }, (_, at) => {
    const ms = first + at * every;
    const when = dateOf(ms);
    const day = `${when.getUTCDate()} ${MONTHS[when.getUTCMonth()]}`;
    const text = every % DAY_MS === 0 ? day : clockText(every, when);
    return { step: (ms - startMs) / stepMs, text };
  });
}

/** Milliseconds between marks: parts of a second, of a minute, of an hour, of a day, and days. */
const SPACINGS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => 1000 * seconds),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => MINUTE_MS * minutes),
  ...[1, 2, 3, 6, 12].map((hours) => 60 * MINUTE_MS * hours),
  ...[1, 2, 7, 14].map((days) => DAY_MS * days),
];
