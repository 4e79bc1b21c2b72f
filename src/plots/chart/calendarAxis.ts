import { ticks as roundTicks } from 'd3';
import type { Calendar } from '../../datasets/calendar.ts';
import { MONTHS, shortMarks, stepOfMonth, stepText, yearOf } from '../../datasets/calendarText.ts';
import type { AxisTick } from '../host/AxisMarks.tsx';
import { type AxisOf, tickCount, timeAxis } from './axes.ts';

/** Months between ticks. */
const MONTHS_APART = [1, 2, 3, 6];

/**
 * The steps of a series as another axis has them, with dates in place of numbers: the years that begin at a
 * step, or months, days and times where the series is short.
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

/** Years, or the longest shorter unit of which there is more than one. */
function marksOf(calendar: Calendar, last: number, most: number) {
  const [start, end] = [yearOf(calendar, 0), yearOf(calendar, last)];
  const years = roundTicks(start, end, most).filter(Number.isInteger);
  const yearMarks = years.map((year) => ({
    step: Math.round(stepOfMonth(calendar, 12 * year)),
    text: String(year),
  }));
  if (yearMarks.length > 1) return { marks: yearMarks, unit: 'year' };
  const [firstMonth, lastMonth] = [Math.ceil(12 * start - 1e-6), Math.floor(12 * end + 1e-6)];
  const apart = MONTHS_APART.find((every) => (lastMonth - firstMonth) / every <= most) ?? 12;
  const months = Array.from(
    { length: Math.max(0, lastMonth - firstMonth + 1) },
    (_, at) => firstMonth + at,
  )
    .filter((month) => month % apart === 0)
    .map((month) => ({
      step: Math.ceil(stepOfMonth(calendar, month) - 1e-6),
      text: `${MONTHS[month % 12]} ${Math.floor(month / 12)}`,
    }))
    .filter(({ step }) => step <= last);
  if (months.length > 1) return { marks: months, unit: 'month' };
  const short = shortMarks(calendar, last, most);
  if (short.length > 1) return { marks: short, unit: 'time' };
  return { marks: [{ step: 0, text: stepText(calendar, 0) }], unit: 'time' };
}
