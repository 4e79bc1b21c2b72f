/** Rows of sums, means or notes below the data, as spreadsheets and reports add them. */
import { shortened } from '../../settings/words.ts';
import type { CsvRow } from './csvRows.ts';
import type { Decisions } from './decisions.ts';
import { readCell } from './numerals.ts';

const WORD =
  /^(grand |sub-?)?(totals?|totale|sum|sums|summe|gesamt(summe)?|insgesamt|somme|suma|mean|average|avg|mittelwert|durchschnitt|moyenne|media|median|count|std)( \(.*\))?[.:]?$/i;

const MOST_ROWS = 5;
/** Sums are rounded. */
const TOLERANCE = 1e-3;

/** The rows without those at their end that are no data, which is said. */
export function withoutFooter(rows: readonly CsvRow[], decisions: Decisions): readonly CsvRow[] {
  let end = rows.length;
  while (
    end > 2 &&
    rows.length - end < MOST_ROWS &&
    isFooter(rows[end - 1], rows.slice(0, end - 1))
  )
    end--;
  if (end === rows.length) return rows;
  const { number, cells } = rows[end];
  const shown = shortened(cells.filter(Boolean).join(', '));
  const which = end === rows.length - 1 ? `Row ${number} is` : `The rows from ${number} on are`;
  const value = decisions.decide({
    id: 'footer',
    told: `${which} left out: sums, means or notes below the data (${shown}).`,
    options: [
      { value: 'skip', label: 'Leave out' },
      { value: 'keep', label: 'Data' },
    ],
    found: 'skip',
  });
  if (value === 'keep') return rows;
  // The empty row between the data and their sums is no step of a series.
  while (end > 0 && rows[end - 1].cells.length === 0) end--;
  return rows.slice(0, end);
}

function isFooter({ cells }: CsvRow, above: readonly CsvRow[]): boolean {
  if (isNote(cells, above)) return true;
  const word = cells.findIndex((cell) => WORD.test(cell));
  if (word >= 0) return above.every((row) => row.cells[word] !== cells[word]);
  return cells.some((cell) => cell === '') && isSum(cells, above);
}

/** "Source: Office of Statistics" and "(12 rows)": words alone, below cells that are filled. */
function isNote(cells: readonly string[], above: readonly CsvRow[]): boolean {
  const [first, ...more] = cells.filter(Boolean);
  const isText = first !== undefined && /\p{L}/u.test(first) && /\s/.test(first);
  const width = above[0].cells.length;
  return (
    width > 1 && isText && !more.some(hasNumber) && more.length < width / 2 && !hasNumber(first)
  );
}

const hasNumber = (cell: string): boolean => readCell(cell).kind === 'number';

/** Whether a row has no name where all others have one, and the sums of all its other columns. */
function isSum(cells: readonly string[], above: readonly CsvRow[]): boolean {
  const data = above.filter((row) => row.cells.length > 0);
  const places = cells.flatMap((cell, at) => (cell === '' ? [] : [at]));
  const isNamed = cells.some((cell, at) => cell === '' && data.every((row) => row.cells[at]));
  return (
    isNamed &&
    data.length > 2 &&
    places.length > 0 &&
    places.every((at) => {
      const sum = data.reduce((total, row) => total + numberIn(row.cells[at] ?? ''), 0);
      return Math.abs(sum - numberIn(cells[at])) <= TOLERANCE * Math.abs(sum) && sum !== 0;
    })
  );
}

/** NaN where there is none; how its thousands are set apart is not known yet. */
function numberIn(text: string): number {
  const cell = readCell(text);
  return cell.kind === 'number' ? (cell.point ?? cell.comma ?? Number.NaN) : Number.NaN;
}
