/** How far long reading is, and its end before it is done. */
export interface ReadingWatch {
  /** Reading rejects when it is aborted. */
  readonly signal?: AbortSignal;
  /** Called some times a second, with the fraction that is read. */
  readonly onProgress?: (fraction: number) => void;
}

/** Rows between two calls of `rest` where the work per row is small. */
export const ROWS_PER_REST = 500;
