/** A data set as models see it and as plots label it. */
export interface Dataset {
  readonly name: string;
  /** N */
  readonly rows: number;
  /** D */
  readonly dimension: number;
  /** N x D, row-major, in model units: centred, root-mean-square radius about 10. */
  readonly values: Float32Array;
  /** True class of each row, where known (arms of the spiral); otherwise null. */
  readonly labels: Int32Array | null;
  /** Name of each column, for axes. */
  readonly columns: readonly string[];
  /** user units = offset[j] + scale * model units; one scale for all columns, so shapes keep their aspect. */
  readonly frame: { readonly offset: readonly number[]; readonly scale: number };
}
