/** Own series: how a file becomes one, and whether one is still missing. */
import { SERIES_COLUMNS } from '../../../datasets/ownData.ts';
import type { CsvIntake } from '../../parts/ownData/csvLoading.ts';
import { openOwnData } from '../../parts/ownData/openOwnData.ts';
import { useWantsOwnData } from '../../parts/ownData/useWantsOwnData.ts';

/** Pixels of a line that can still be told apart. */
const MOST_COLUMNS = 40;

/** Rows are steps in the order of time: a random choice of them would be no series. */
export const seriesIntake: CsvIntake = {
  minColumns: SERIES_COLUMNS,
  maxColumns: MOST_COLUMNS,
  rowChoices: ['first', 'spaced'],
  take: (controller, data) => openOwnData(controller, data, 'signal', 'steps'),
};

export const useWantsSeries = (): boolean => useWantsOwnData('signal');
