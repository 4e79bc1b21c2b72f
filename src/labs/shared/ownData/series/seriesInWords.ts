import { spanText } from '../../../../datasets/calendarText.ts';
import type { OwnData } from '../../../../datasets/ownData.ts';
import { grouped } from '../../../../settings/words.ts';
import { missingInWords } from './missing.ts';

/** "wave.csv: 100 steps, 1871 to 1970, 2 columns, 3 values missing" */
export function seriesInWords({ name, rows, columns, values, calendar }: OwnData): string {
  const steps = `${grouped(rows)} steps`;
  const width = `${columns.length} ${columns.length === 1 ? 'column' : 'columns'}`;
  const missing = missingInWords(values);
  const span = calendar ? spanText(calendar, rows) : null;
  return `${name}: ${[steps, span, width, missing].filter(Boolean).join(', ')}`;
}
