/** What a data set knows beyond its rows when they follow each other in time. */
export interface Sequence {
  /** N x D: the signal without its noise, where known. */
  readonly clean: Float32Array | null;
  /** Rows at the end that no model trains on. */
  readonly heldOutRows: number;
  /** Steps after which the signal repeats, where it does and that is known. */
  readonly truePeriod: number | null;
}

/** A data set as models see it and as plots label it. */
export interface Dataset {
  readonly name: string;
  /** N */
  readonly rows: number;
  /** D */
  readonly dimension: number;
  /**
   * N x D, row-major, in model units: of points centred, with a root-mean-square radius of about 10;
   * of a sequence between 0 and 1, NaN where a value is missing.
   */
  readonly values: Float32Array;
  /** True class of each row, where known (arms of the spiral); otherwise null. */
  readonly labels: Int32Array | null;
  /** Name of each column, for axes. */
  readonly columns: readonly string[];
  /** user units = offset[j] + scale * model units; one scale for all columns, so shapes keep their aspect. */
  readonly frame: { readonly offset: readonly number[]; readonly scale: number };
  /** For rows in the order of time; absent where rows are independent. */
  readonly sequence?: Sequence;
}
