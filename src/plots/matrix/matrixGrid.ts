/** Which cell of a d x d matrix keys and pointers are at, and how large cells are drawn. */
import type { Size } from '../host/useElementSize.ts';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How large a cell is drawn, pixels. */
export type CellSize = Size;

/** Smallest cell for the tip of a mouse, and for a finger on it and on the slider above it. */
const SMALLEST: CellSize = { width: 12, height: 8 };
const FINGER = 26;
const LARGEST = 44;
/** From this size on, a cell has room for its value. */
const WITH_VALUE: CellSize = { width: 32, height: 14 };

/** The size with which d x d cells fill the room there is, as far as hands and eyes allow; never higher than wide. */
export function cellSize(room: Size, dimension: number, forFingers: boolean): CellSize {
  const share = (all: number) => Math.floor(all / Math.max(1, dimension));
  const smallest = forFingers ? { width: FINGER, height: FINGER } : SMALLEST;
  const width = Math.min(LARGEST, Math.max(smallest.width, share(room.width)));
  const height = Math.min(width, Math.max(smallest.height, share(room.height)));
  return { width, height };
}

export const showsValues = ({ width, height }: CellSize): boolean =>
  width >= WITH_VALUE.width && height >= WITH_VALUE.height;

const SMALLEST_TYPE = 11;
const LARGEST_TYPE = 16;

/** The size of the type that a value, of five characters, fills its cell with. */
export const typeIn = ({ width, height }: CellSize): number =>
  Math.min(LARGEST_TYPE, Math.max(SMALLEST_TYPE, Math.min(0.37 * width, 0.75 * height)));

/** Pixels from one row's or column's number to the next. */
const LABEL_SPACE = 14;

/** Whether the row or column at this index, of this many pixels, has its number beside it. */
export function isNumbered(index: number, size: number): boolean {
  const every = [1, 5].find((count) => count * size >= LABEL_SPACE) ?? 10;
  return index === 0 || (index + 1) % every === 0;
}

/** Those of increasing places that lie at least `space` from the last one taken. */
export function spaced(places: readonly number[], space: number): readonly number[] {
  const taken: number[] = [];
  for (const place of places)
    if (taken.length === 0 || place - taken[taken.length - 1] >= space) taken.push(place);
  return taken;
}

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

/** Ends of a colour scale within a power of ten: near enough that colours change little from one to the next. */
const ENDS = [1, 1.1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The end of the colour scale: the largest modulus, rounded up, at least 1/2. */
export function matrixReach(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) largest = Math.max(largest, Math.abs(values[i]));
  }
  if (largest <= 0.5) return 0.5;
  const power = 10 ** Math.floor(Math.log10(largest));
  return power * (ENDS.find((end) => end * power >= largest) ?? 10);
}

/** A smaller end leaves too little of the scale that is shown. */
const ROOMY = 0.4;

/** The end of the scale grows at once, and shrinks only when the values use little of it. */
export const nextReach = (shown: number | null, wanted: number): number =>
  shown !== null && wanted <= shown && wanted >= ROOMY * shown ? shown : wanted;

/** "0.98" and "−0.12"; large values with fewer decimals, so that they keep their width. */
export function entryText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const modulus = Math.abs(value);
  const text = modulus.toFixed(modulus >= 99.95 ? 0 : modulus >= 9.995 ? 1 : 2);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
