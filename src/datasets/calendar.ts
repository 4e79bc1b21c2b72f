/** When the steps of a measured series are: every so many years or months, or every so many milliseconds. */
export type Calendar = YearCalendar | ClockCalendar;

interface Named {
  /** What it is called where the series is from, such as "month". */
  readonly name?: string | undefined;
}

export interface YearCalendar extends Named {
  /** Year in which the first step begins, with its fraction. */
  readonly start: number;
  readonly stepsPerYear: number;
}

/** Days, weeks, hours and shorter steps. */
export interface ClockCalendar extends Named {
  /** Milliseconds from 1970 to the first step, as a clock there shows them. */
  readonly startMs: number;
  readonly stepMs: number;
}

export const isClock = (calendar: Calendar): calendar is ClockCalendar => 'stepMs' in calendar;

/** The calendar from a later step on. */
export const calendarFrom = (calendar: Calendar, step: number): Calendar =>
  isClock(calendar)
    ? { ...calendar, startMs: calendar.startMs + step * calendar.stepMs }
    : { ...calendar, start: calendar.start + step / calendar.stepsPerYear };
