/** What the cells of one column are, counted. */
import { readCell } from './numerals.ts';

/** Different cells counted one by one; beyond, a column is no column of classes. */
const MOST_DISTINCT = 1000;

const MONTHS = 'jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez';
const DATES = [
  /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?([T ]\d{1,2}(:\d{2}.*)?)?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}([T ,]+\d{1,2}:\d{2}.*)?$/,
  /^\d{1,3}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?$/i,
  /^\d{4}-?[QW]\d{1,2}$/i,
  new RegExp(`^(\\d{1,2}[ .-]*)?(${MONTHS})[a-z]*[ .,-]*\\d{1,4}`, 'i'),
];

/** Whether a cell is a date, a time, or both. */
export const isDate = (cell: string): boolean => DATES.some((date) => date.test(cell));

export interface ColumnCells {
  readonly numbers: number;
  readonly texts: number;
  readonly missing: number;
  readonly dates: number;
  /** How often each affix goes along with a number. */
  readonly affixes: ReadonlyMap<string, number>;
  /** Numbers that only a decimal point makes possible, or only a decimal comma. */
  readonly onlyPoint: number;
  readonly onlyComma: number;
  /** Numbers whose one sign may be the decimal sign or set thousands apart: "1.500" and "1,500". */
  readonly eitherPoint: number;
  readonly eitherComma: number;
  /** Numbers that read the same in both ways. */
  readonly sameEither: number;
  /** The first number with a point, comma, space or apostrophe among its digits, by that mark. */
  readonly marked: ReadonlyMap<string, string>;
  /** The first number that reads differently in both ways. */
  readonly example: {
    readonly text: string;
    readonly point: number;
    readonly comma: number;
  } | null;
  /** Different cells that are not missing, up to a limit. */
  readonly distinct: number;
}

export function countCells(cells: Iterable<string>): ColumnCells {
  const affixes = new Map<string, number>();
  const distinct = new Set<string>();
  const marked = new Map<string, string>();
  const count = { numbers: 0, texts: 0, missing: 0, dates: 0 };
  const sign = { onlyPoint: 0, onlyComma: 0, eitherPoint: 0, eitherComma: 0, sameEither: 0 };
  let example: ColumnCells['example'] = null;
  for (const text of cells) {
    const cell = readCell(text);
    if (cell.kind === 'missing') {
      count.missing++;
      continue;
    }
    if (distinct.size < MOST_DISTINCT) distinct.add(text);
    if (cell.kind === 'text') {
      count.texts++;
      if (isDate(text)) count.dates++;
      continue;
    }
    count.numbers++;
    if (cell.kind !== 'number') continue;
    const { point, comma, affix, marks } = cell;
    affixes.set(affix, (affixes.get(affix) ?? 0) + 1);
    for (const mark of marks) if (!marked.has(mark)) marked.set(mark, text);
    if (comma === null) sign.onlyPoint++;
    else if (point === null) sign.onlyComma++;
    else if (point === comma) sign.sameEither++;
    else {
      sign[marks.includes('.') ? 'eitherPoint' : 'eitherComma']++;
      example ??= { text, point, comma };
    }
  }
  return { ...count, ...sign, affixes, marked, example, distinct: distinct.size };
}
