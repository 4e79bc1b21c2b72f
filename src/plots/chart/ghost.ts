/** The line of another run, behind the one that a chart is of. */
export interface Ghost {
  /** Its letter and its dashes, counted from 0. */
  readonly mark: number;
  readonly name: string;
  /** Never decreasing. */
  readonly xs: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export const NO_GHOSTS: readonly Ghost[] = [];

/** How far the longest of them goes along x. */
export const endOf = (ghosts: readonly Ghost[]): number =>
  Math.max(0, ...ghosts.map(({ xs }) => xs[xs.length - 1] ?? 0));

/** The letter of a run in charts and tables. */
export const letterOf = (mark: number): string => String.fromCharCode(65 + mark);
