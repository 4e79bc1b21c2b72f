import type { OwnData } from '../../../../datasets/ownData.ts';
import { grouped } from '../../../../settings/words.ts';
import { missingInWords } from './missing.ts';

/** "wave.csv: 100 steps, 2 columns, 3 values missing" */
export function seriesInWords({ name, rows, columns, values }: OwnData): string {
  const steps = `${grouped(rows)} steps`;
  const width = `${columns.length} ${columns.length === 1 ? 'column' : 'columns'}`;
  const missing = missingInWords(values);
  return `${name}: ${[steps, width, ...(missing ? [missing] : [])].join(', ')}`;
}
