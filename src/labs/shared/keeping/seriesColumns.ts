import { stepDate } from '../../../datasets/calendarText.ts';
import { calendarOf, type Dataset } from '../../../datasets/dataset.ts';
import { type ExportColumn, inOwnUnits, numbered, observed } from '../../../files/exportCsv.ts';
import { observedStretch } from '../data/observedStretch.ts';
import type { SeriesSnapshot } from '../data/seriesSnapshot.ts';

/** When `steps` rows are from `firstRow` on, as a column of dates; none where that is not known. */
export function dateColumn(dataset: Dataset, firstRow: number, steps: number): ExportColumn[] {
  const calendar = calendarOf(dataset);
  if (!calendar) return [];
  const values = Array.from({ length: steps }, (_, t) => stepDate(calendar, firstRow + t));
  const isYears = values.every((value) => typeof value === 'number');
  return [{ name: calendar.name ?? (isYears ? 'year' : 'date'), values }];
}

/** Rows, dates, observations, prediction and latents of the steps shown, as columns. */
export const seriesColumns = (shown: SeriesSnapshot, dataset: Dataset): readonly ExportColumn[] => [
  { name: 'row', values: Array.from({ length: shown.steps }, (_, t) => shown.firstRow + t + 1) },
  ...dateColumn(dataset, shown.firstRow, shown.steps),
  ...observed(dataset, observedStretch(shown, dataset)),
  ...(shown.clean ? inOwnUnits(dataset, shown.clean, 'clean ') : []),
  ...inOwnUnits(dataset, shown.prediction, 'predicted '),
  ...numbered('latent', shown.latents, shown.latentDimension),
];
