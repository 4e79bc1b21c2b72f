import { formatFixed } from '../../../../ui/numbers.ts';
import type { StartChoice } from '../../snapshot.ts';

const DIGITS = 3;

/** Which of several starts the run began at, and why; null where there was one. */
export function startInWords(choice: StartChoice | null): string | null {
  if (choice === null) return null;
  const { chosen, of, objective, best, worst, asGood } = choice;
  const begins = `The run begins at start ${chosen + 1} of ${of}`;
  const end = formatFixed(best, DIGITS);
  if (asGood === of) return `${begins}: all of them end at the same ${objective}, ${end}.`;
  const others = asGood === 1 ? 'no other start does' : `${asGood} of the ${of} do`;
  return `${begins}: it ends at the highest ${objective}, ${end} (${others}). The lowest end is ${formatFixed(worst, DIGITS)}.`;
}
