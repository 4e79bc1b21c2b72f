/** Which cell of a d x d matrix keys and pointers are at, and how large cells are drawn. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Smallest cell: large enough for a finger's slider above it, pixels. */
const SMALLEST = 26;
const LARGEST = 44;
/** From this size on, a cell has room for its value. */
const WITH_VALUE = 33;

/** Side of a cell, pixels, when there are `width` pixels for d of them. */
export const cellSize = (width: number, dimension: number): number =>
  Math.max(SMALLEST, Math.min(LARGEST, Math.floor(width / Math.max(1, dimension))));

export const showsValues = (size: number): boolean => size >= WITH_VALUE;

const LARGE = 5;

/** Where a key moves to from `cell`; null for keys that do not move. */
export function cellAfterKey(
  key: string,
  control: boolean,
  { row, column }: Cell,
  dimension: number,
): Cell | null {
  const last = dimension - 1;
  const clamp = (index: number): number => Math.min(last, Math.max(0, index));
  switch (key) {
    case 'ArrowUp':
      return { row: clamp(row - 1), column };
    case 'ArrowDown':
      return { row: clamp(row + 1), column };
    case 'ArrowLeft':
      return { row, column: clamp(column - 1) };
    case 'ArrowRight':
      return { row, column: clamp(column + 1) };
    case 'PageUp':
      return { row: clamp(row - LARGE), column };
    case 'PageDown':
      return { row: clamp(row + LARGE), column };
    case 'Home':
      return { row: control ? 0 : row, column: 0 };
    case 'End':
      return { row: control ? last : row, column: last };
    default:
      return null;
  }
}

/** Whether a key starts typing a number over the one in the cell. */
export const startsEntry = (key: string): boolean => /^[\d.,+−-]$/.test(key);

/** The end of the colour scale: the largest modulus, rounded up to halves, at least 1/2. */
export function matrixReach(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) largest = Math.max(largest, Math.abs(values[i]));
  }
  return Math.max(0.5, Math.ceil(largest * 2) / 2);
}

/** "0.98" and "−0.12"; large values with fewer decimals, so that they keep their width. */
export function entryText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const modulus = Math.abs(value);
  const text = modulus.toFixed(modulus >= 99.95 ? 0 : modulus >= 9.995 ? 1 : 2);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
