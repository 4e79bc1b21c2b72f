/** What structural moves are judged by: the local factors of the last inference. */
import type { MeanFieldWorkspace } from '../../../../inference/meanField/workspace.ts';
import type { Neighbours } from './neighbours.ts';

/** B rows of mean field that stand for all N rows of the data. */
export interface LatentView {
  /** B x K, means B x d, covariances B x d x d, statistics P, summed over the B rows. */
  readonly local: MeanFieldWorkspace;
  /** B */
  readonly rowCount: number;
  /** B: which of the N rows they are. */
  readonly rows: Int32Array;
  /** N */
  readonly dataRows: number;
  /** N x K, warm starts of all rows. */
  readonly warmStarts: Float64Array;
  /** Of the B observations; null where moves do not go by them. */
  readonly neighbours: Neighbours | null;
  /** Whether the density where clusters touch tells which are one shape, and not their share of contacts. */
  readonly byDensity: boolean;
  /** Counted in the data before training; null where that was not done. */
  readonly shapes: number | null;
  /** Whether the search heads for that number. */
  readonly byCount: boolean;
}

/** -r log r, the entropy one responsibility contributes. */
export function entropyTerm(r: number): number {
  return r > 1e-12 ? -r * Math.log(r) : 0;
}
