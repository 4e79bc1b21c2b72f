import { range, ticks as roundTicks } from 'd3';
import type { Calendar } from '../../datasets/calendar.ts';
import {
  isWithinMonth,
  MONTHS,
  monthOf,
  shortMarks,
  stepOfMonth,
  stepText,
} from '../../datasets/calendarText.ts';
import type { AxisTick } from '../host/AxisMarks.tsx';
import { type AxisOf, tickCount, timeAxis } from './axes.ts';

/** Months between ticks. */
const MONTHS_APART = [1, 2, 3, 6, 12];
/** Starts are sums of fractions: steps are known to so much. */
const NEAR = 1e-6;

/**
 * The steps of a series as another axis has them, with dates in place of numbers: the years that begin at a
 * step, or months, days and times where the series is short. Where hardly any begin at a step, every so many
 * steps are named.
 *
 * @param inner the axis that counts steps; the first step has the value `first` there
 */
export const calendarAxis =
  (count: number, calendar: Calendar, inner: AxisOf = timeAxis(count), first = 0): AxisOf =>
  (from, to) => {
    const axis = inner(from, to);
    const last = Math.max(1, count) - 1;
    const most = tickCount(from, to);
    const tick = (step: number, text: string): AxisTick => ({
      at: axis.at(step + first),
      text,
      line: 'short',
    });
    const { marks, unit } = marksOf(calendar, last, most);
    return {
      ...axis,
      name: calendar.name ?? unit,
      ticks: marks.map(({ step, text }) => tick(step, text)),
      stepName: (value) => stepText(calendar, value - first),
    };
  };

interface Mark {
  readonly step: number;
  readonly text: string;
}

/** Years, or the longest shorter unit of which there is more than one, or else every so many steps. */
function marksOf(calendar: Calendar, last: number, most: number) {
  const isFine = isWithinMonth(calendar);
  const marksAt = (months: readonly number[], textOf: (month: number) => string): readonly Mark[] =>
    months.flatMap((month) => {
      const exact = stepOfMonth(calendar, month);
      const step = isFine ? Math.ceil(exact - NEAR) : Math.round(exact);
      const isAtStep = isFine || Math.abs(exact - step) <= NEAR;
      return exact >= -NEAR && step <= last && isAtStep ? [{ step, text: textOf(month) }] : [];
    });
  const [from, to] = [monthOf(calendar, 0), monthOf(calendar, last)];
  const wholeYears = roundTicks(from / 12, to / 12, most).filter(Number.isInteger);
  const years = marksAt(
    wholeYears.map((year) => 12 * year),
    (month) => String(month / 12),
  );
  if (years.length > 1) return { marks: years, unit: 'year' };
  const apart = MONTHS_APART.find((every) => (to - from) / every <= most);
  if (isFine && apart !== undefined) {
    const first = Math.ceil(from / apart) * apart;
    const months = marksAt(
      range(first, to + 1, apart),
      (month) => `${MONTHS[month % 12]} ${Math.floor(month / 12)}`,
    );
    if (months.length > 1) return { marks: months, unit: 'month' };
    const short = shortMarks(calendar, last, most);
    if (short.length > 1) return { marks: short, unit: 'time' };
  }
  const steps = roundTicks(0, last, most)
    .filter(Number.isInteger)
    .map((step) => ({ step, text: stepText(calendar, step) }));
  return {
    // Steps of parts of a month may have the same name.
    marks: steps.filter(({ text }, at) => text !== steps[at - 1]?.text),
    unit: 'time',
  };
}
