/** Rows of sums, means or notes next to the data, as spreadsheets and reports add them. */
import { shortened } from '../../settings/words.ts';
import type { CsvRow } from './csvRows.ts';
import type { Decisions } from './decisions.ts';
import { readCell } from './numerals.ts';

const TOTAL = '(grand |sub-?)?(totals?|totale|sums?|summe|gesamt(summe)?|insgesamt|somme|suma)';
const MEAN = 'mean|average|avg|mittelwert|durchschnitt|moyenne|media|median|count|std';
const TOTAL_WORD = new RegExp(`^${TOTAL}( \\(.*\\))?[.:]?$`, 'i');
const WORD = new RegExp(`^(${TOTAL}|${MEAN})( \\(.*\\))?[.:]?$`, 'i');

const MOST_ROWS = 5;
/** Part of the rows that may be totals among the others; more are data that are called so. */
const MOST_TOTALS = 0.1;
/** The first columns name the rows: large tables are not searched as a whole. */
const NAME_COLUMNS = 3;
/** Sums are rounded. */
const TOLERANCE = 1e-3;

/** The rows without totals and without those at their end that are no data, which is said. */
export function withoutSums(rows: readonly CsvRow[], decisions: Decisions): readonly CsvRow[] {
  let end = rows.length;
  while (
    end > 2 &&
    rows.length - end < MOST_ROWS &&
    isFooter(rows[end - 1], rows.slice(0, end - 1))
  )
    end--;
  const totals = rows.slice(0, end).filter(isTotal);
  const isFew = totals.length <= Math.max(1, MOST_TOTALS * end) && totals.length < end - 2;
  const out = [...(isFew ? totals : []), ...rows.slice(end)];
  if (out.length === 0) return rows;
  const [{ number, cells }] = out;
  const shown = shortened(cells.filter(Boolean).join(', '));
  const which =
    out.length === 1 ? `Row ${number} is` : `${out.length} rows, the first is ${number}, are`;
  const value = decisions.decide({
    id: 'sums',
    notice: `${which} left out: sums, means or notes, not data (${shown}).`,
    options: [
      { value: 'skip', label: 'Leave out' },
      { value: 'keep', label: 'Data' },
    ],
    found: 'skip',
  });
  if (value === 'keep') return rows;
  const left = new Set(out);
  const data = rows.filter((row) => !left.has(row));
  // The empty row between the data and their sums is no step of a series.
  return data.slice(0, data.findLastIndex((row) => row.cells.length > 0) + 1);
}

const isTotal = ({ cells }: CsvRow): boolean =>
  cells.slice(0, NAME_COLUMNS).some((cell) => TOTAL_WORD.test(cell));

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
