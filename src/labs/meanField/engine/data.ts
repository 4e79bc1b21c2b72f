import { type NoRows, noRows } from '../../../datasets/dataset.ts';
import { type MeanFieldSettings, meanFieldTable } from '../settings.ts';

/** The target is all there is: its name. */
export function makeMeanFieldData({ target }: MeanFieldSettings): NoRows {
  const { options } = meanFieldTable.settings.target;
  return noRows(options.find(({ value }) => value === target)?.label ?? target);
}
