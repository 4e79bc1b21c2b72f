/** What a frame of a slow motion says: one sentence, and a formula with its numbers. */
export interface FrameText {
  /** Between asterisks: symbols. */
  readonly sentence: string;
  /** Symbols first, then the same with numbers. */
  readonly tex: string;
  /** The formula in words. */
  readonly label: string;
}

/** Rows of a formula, aligned at `&`. */
export const lines = (...rows: readonly string[]): string =>
  `\\begin{aligned} ${rows.join(' \\\\[0.35em] ')} \\end{aligned}`;

/** Rows of a formula, each in the middle. */
export const centred = (...rows: readonly string[]): string =>
  `\\begin{gathered} ${rows.join(' \\\\[0.35em] ')} \\end{gathered}`;
