/** Small square pictures: where they stand on a sheet, and how they are painted. */

/** Pictures of side x side pixels, one after the other, line by line from the top. */
export interface Pictures {
  readonly values: ArrayLike<number>;
  /** Pixels along a side. */
  readonly side: number;
}

/** Where a picture is painted, CSS pixels from the corner of its canvas. */
export interface Place {
  /** Which of the pictures. */
  readonly index: number;
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

/** Rows of a data set spread evenly over it, so that data in the order of their classes show all. */
export function spreadRows(rows: number, count: number): number[] {
  const shown = Math.min(rows, count);
  return Array.from({ length: shown }, (_, i) => Math.floor(((i + 0.5) * rows) / shown));
}

/** How a sheet of cells, each `ratio` times as wide as high, fills an area best. */
export interface Sheet {
  readonly columns: number;
  readonly rows: number;
  /** Height of a cell, CSS pixels, without the gap after it. */
  readonly cell: number;
}

/**
 * @param smallest height of a cell below which a picture could not be recognised
 * @param gap between cells, CSS pixels
 */
export function fitSheet(
  width: number,
  height: number,
  ratio: number,
  smallest: number,
  gap: number,
): Sheet {
  const rows = Math.max(1, Math.floor((height + gap) / (smallest + gap)));
  const cell = Math.max(1, (height + gap) / rows - gap);
  const columns = Math.max(1, Math.floor((width + gap) / (cell * ratio + gap)));
  return { columns, rows, cell };
}
