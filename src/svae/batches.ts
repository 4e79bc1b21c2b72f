import { type Random, shuffle } from '../math/random.ts';

/**
 * Draws the rows of a batch: distinct rows where data are independent, distinct windows of
 * consecutive rows where they form a sequence. Stateless between draws, so that a checkpoint
 * needs nothing but the random stream.
 */
export class BatchSampler {
  /** The current batch: B row indices, window after window. */
  readonly rows: Int32Array;
  private readonly starts: Int32Array;
  private readonly windows: number;
  private readonly sequenceLength: number;

  /**
   * @param dataRows N
   * @param batchRows asked for; rounded down to whole windows, at least one, at most what N holds
   * @param sequenceLength T, consecutive rows per window; 1..N
   */
  constructor(dataRows: number, batchRows: number, sequenceLength: number) {
    const possibleStarts = dataRows - sequenceLength + 1;
    if (possibleStarts < 1) {
      throw new RangeError(
        `A window of ${sequenceLength} rows does not fit into ${dataRows} rows of data.`,
      );
    }
    this.sequenceLength = sequenceLength;
    this.windows = Math.min(possibleStarts, Math.max(1, Math.floor(batchRows / sequenceLength)));
    this.starts = new Int32Array(possibleStarts);
    this.rows = new Int32Array(this.windows * sequenceLength);
  }

  /** A fresh batch; the returned array is `rows`, overwritten by the next draw. */
  draw(random: Random): Int32Array {
    const { starts, rows, windows, sequenceLength } = this;
    for (let i = 0; i < starts.length; i++) starts[i] = i;
    shuffle(random, starts, windows);
    for (let w = 0; w < windows; w++) {
      for (let t = 0; t < sequenceLength; t++) rows[w * sequenceLength + t] = starts[w] + t;
    }
    return rows;
  }
}
