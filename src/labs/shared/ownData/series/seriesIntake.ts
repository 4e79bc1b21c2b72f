import type { CsvIntake } from '../csvInHand.ts';
import { openOwnData } from '../openOwnData.ts';

/** Rows are steps in the order of time: a random choice of them would be no series. */
export const seriesIntake: CsvIntake = {
  form: 'series',
  take: openOwnData,
};
