/** Notebooks of one page that go with a model, as data: they load its arrays with NumPy and compute what the page shows. */
import type { ArrayTable } from '../data/arrayTable.ts';

export interface Cell {
  readonly kind: 'markdown' | 'code';
  readonly source: string;
  /** Draws with matplotlib; all others need NumPy alone. */
  readonly isFigure?: true;
}

export interface Notebook {
  readonly title: string;
  /** A sentence or two: what is in the file, and what the notebook computes. */
  readonly about: string;
  readonly cells: readonly Cell[];
  /** What the letters for sizes in the table stand for. */
  readonly letters: string;
  /** The arrays of the file. */
  readonly table: ArrayTable;
}

export const md = (source: string): Cell => ({ kind: 'markdown', source: source.trim() });
export const py = (source: string): Cell => ({ kind: 'code', source: source.trim() });
export const figure = (source: string): Cell => ({ ...py(source), isFigure: true });
