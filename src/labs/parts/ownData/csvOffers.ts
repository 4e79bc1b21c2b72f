import type { CsvProblem, CsvProblemKind } from '../../../datasets/csv/csvResult.ts';
import type { OwnForm } from '../../../datasets/ownData.ts';

/** What can be done about a file that was not taken. */
export type CsvOffer = 'leave-rows-out' | 'none';

const IN_SINGLE_ROWS: ReadonlySet<CsvProblemKind> = new Set([
  'text',
  'missing',
  'not-finite',
  'extra-cells',
]);

/** Bad rows of points can be left out if nothing else is wrong; without a row a series would jump. */
export function csvOffer(problems: readonly CsvProblem[], form: OwnForm = 'points'): CsvOffer {
  if (form === 'series') return 'none';
  const allInRows = problems.length > 0 && problems.every(({ kind }) => IN_SINGLE_ROWS.has(kind));
  return allInRows ? 'leave-rows-out' : 'none';
}
