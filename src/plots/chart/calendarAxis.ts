import { ticks as roundTicks } from 'd3';
import { type Calendar, yearOf, yearText } from '../../datasets/calendar.ts';
import type { AxisTick } from '../host/AxisMarks.tsx';
import { type AxisOf, tickCount, timeAxis } from './axes.ts';

/** The steps of a series as `timeAxis` has them, with the years that begin at a step in place of numbers. */
export const calendarAxis =
  (count: number, calendar: Calendar): AxisOf =>
  (from, to) => {
    const axis = timeAxis(count, 'year')(from, to);
    const [first, last] = [0, Math.max(1, count) - 1].map((step) => yearOf(calendar, step));
    const years = roundTicks(first, last, tickCount(from, to)).filter(Number.isInteger);
    const ticks = years.map((year): AxisTick => {
      const step = Math.round((year - calendar.start) * calendar.stepsPerYear);
      return { at: axis.at(step), text: String(year), line: 'short' };
    });
    return { ...axis, ticks, stepName: (step) => yearText(calendar, step) };
  };
