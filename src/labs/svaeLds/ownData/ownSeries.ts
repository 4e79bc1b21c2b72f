/** Own series: how a file becomes one, and whether one is still missing. */
import type { OwnData } from '../../../datasets/ownData.ts';
import type { CsvIntake } from '../../parts/ownData/csvLoading.ts';
import { openOwnData } from '../../parts/ownData/openOwnData.ts';
import { useWantsOwnData } from '../../parts/ownData/useWantsOwnData.ts';
import { missingInWords } from './missing.ts';

/** Pixels of a line that can still be told apart. */
const MOST_COLUMNS = 40;

/** Rows are steps in the order of time: a random choice of them would be no series. */
export const seriesIntake: CsvIntake = {
  form: 'series',
  maxColumns: MOST_COLUMNS,
  rowChoices: ['first', 'spaced'],
  take: (controller, data) => openOwnData(controller, data, 'signal', 'steps'),
};

/** "wave.csv: 100 steps, 2 columns, 3 values missing" */
export function seriesInWords({ name, rows, columns, values }: OwnData): string {
  const steps = `${rows.toLocaleString('en-US')} steps`;
  const width = `${columns.length} ${columns.length === 1 ? 'column' : 'columns'}`;
  const missing = missingInWords(values);
  return `${name}: ${[steps, width, ...(missing ? [missing] : [])].join(', ')}`;
}

export const useWantsSeries = (): boolean => useWantsOwnData('signal');
