/** When the steps of a measured series are. */
export interface Calendar {
  /** Year in which the first step begins, with its fraction. */
  readonly start: number;
  readonly stepsPerYear: number;
}

/** The calendar from a later step on. */
export const calendarFrom = ({ start, stepsPerYear }: Calendar, step: number): Calendar => ({
  start: start + step / stepsPerYear,
  stepsPerYear,
});

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The year of a step; of twelve in a year with its month. */
export function yearText(calendar: Calendar, step: number): string {
  const { stepsPerYear } = calendar;
  // Starts are sums of fractions: a step is never taken for the one before it.
  const counted = Math.round(yearOf(calendar, step) * stepsPerYear);
  const year = String(Math.floor(counted / stepsPerYear));
  return stepsPerYear === 12 ? `${MONTHS[counted % 12]} ${year}` : year;
}

/** When a step begins, in years. */
export const yearOf = ({ start, stepsPerYear }: Calendar, step: number): number =>
  start + step / stepsPerYear;
