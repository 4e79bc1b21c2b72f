/** Codes for a missing value, such as −999: far outside of all other values of a column. */
import { type Decisions, quotedList } from './decisions.ts';

/** Nines, eights and the like, and fill values of common file formats; of floats, those close enough. */
const CODE = /^-?(9{2,}(\.[09]+)?|99\.9+|([678])\3{2,}|32767|32768|2147483647|2147483648)$/;
const HUGE = 1e20;

/** Other values that a code is compared with, at least. */
const FEWEST_OTHERS = 3;

/** Codes a column uses for missing values, those that stand out most first. */
export function sentinelsOf(values: Float64Array): readonly number[] {
  const codes: number[] = [];
  const counts = new Map<number, number>();
  for (const value of values) {
    if (isCode(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const byDistance = [...counts].sort(([a], [b]) => Math.abs(b) - Math.abs(a));
  for (const [code, count] of byDistance) {
    // A single 99 may well be a measurement.
    const isCommon = code < 0 || code >= 100 || count > 2;
    if (isCommon && standsOut(values, code, codes)) codes.push(code);
  }
  return codes;
}

function isCode(value: number): boolean {
  return Math.abs(value) >= 99 && (Math.abs(value) >= HUGE || CODE.test(String(value)));
}

/** Whether a code is far away from all values that are no codes. */
function standsOut(values: Float64Array, code: number, codes: readonly number[]): boolean {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let others = 0;
  for (const value of values) {
    if (Number.isNaN(value) || value === code || codes.includes(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    others++;
  }
  if (others < FEWEST_OTHERS) return false;
  const gap = code < low ? low - code : code - high;
  return gap > Math.max(high - low, 0.5 * Math.abs(code));
}

export interface NamedValues {
  readonly name: string;
  /** N, changed in place: NaN where a code is taken for a missing value. */
  readonly values: Float64Array;
}

/** Takes codes for missing values, and says so; values can be kept as they are. */
export function withoutSentinels(columns: readonly NamedValues[], decisions: Decisions): void {
  const byCode = new Map<number, NamedValues[]>();
  for (const column of columns) {
    for (const code of sentinelsOf(column.values))
      byCode.set(code, [...(byCode.get(code) ?? []), column]);
  }
  for (const [code, found] of byCode) {
    const count = found.reduce((sum, { values }) => sum + countOf(values, code), 0);
    const value = decisions.decide({
      id: `missing ${code}`,
      notice: `${code} looks like a code for a missing value: ${count} times in ${namesOf(found)}.`,
      options: MISSING_OR_NUMBER,
      found: 'missing',
    });
    if (value === 'missing') takeOut(found, code);
  }
  tellMinusOnes(columns, decisions);
}

/** Values other than a lone −1, at least, among which it stands out. */
const FEWEST_KINDS = 5;

/** Says where −1 is the only negative number of a column; it stays a number unless stated otherwise. */
function tellMinusOnes(columns: readonly NamedValues[], decisions: Decisions): void {
  const found = columns.filter(({ values }) => {
    if (countOf(values, -1) < 2) return false;
    const others = values.filter((value) => !Number.isNaN(value) && value !== -1);
    return others.every((value) => value >= 0) && new Set(others).size >= FEWEST_KINDS;
  });
  if (found.length === 0) return;
  const value = decisions.decide({
    id: 'missing -1',
    notice: `-1 is the only negative number in ${namesOf(found)}: it may be a code for a missing value.`,
    options: MISSING_OR_NUMBER,
    found: 'number',
  });
  if (value === 'missing') takeOut(found, -1);
}

const namesOf = (columns: readonly NamedValues[]): string =>
  quotedList(columns.map(({ name }) => name));

function takeOut(columns: readonly NamedValues[], code: number): void {
  for (const { values } of columns)
    values.forEach((its, row) => {
      if (its === code) values[row] = Number.NaN;
    });
}

const MISSING_OR_NUMBER = [
  { value: 'missing', label: 'Treat as missing' },
  { value: 'number', label: 'Keep as a number' },
] as const;

function countOf(values: Float64Array, code: number): number {
  return values.reduce((count, value) => count + Number(value === code), 0);
}
