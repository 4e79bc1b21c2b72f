/** What the page shows of annealing. All bounds and gaps are in nats. */

/** Lower bounds by both kinds of transitions, and the upper bound of the reverse direction. */
export type AnnealingSeries = 'forward' | 'metropolis' | 'reverse';

/** Measured for one number of steps. */
export interface MeasuredBound {
  readonly steps: number;
  readonly runs: number;
  /** Bound on log Z, with its standard error. */
  readonly bound: number;
  readonly boundError: number;
  /** Mean of w / Z, of the reverse direction of Z / w, with its standard error: its expectation is 1. */
  readonly ratio: number;
  readonly ratioError: number;
  /** Share of the runs that count, by their weights. */
  readonly effective: number;
}

export interface AnnealingView {
  readonly part: 'annealing';
  /** T */
  readonly steps: number;
  readonly target: { readonly mean: number; readonly sd: number };
  readonly logZ: number;
  /** J, the sum of both divergences between the ends. */
  readonly divergence: number;
  /** Rows of the picture: steps of the bridge, from 0 to T, with the density of each. */
  readonly rows: readonly { readonly step: number; readonly mean: number; readonly sd: number }[];
  readonly transitions: 'perfect' | 'metropolis';
  /** Runs that are drawn. */
  readonly shown: number;
  /** rows x shown */
  readonly places: Float32Array;
  /** rows x shown: weights up to there, as a share of the largest of the row. */
  readonly weights: Float32Array;
  /** Exact, with perfect transitions. */
  readonly exact: {
    readonly steps: readonly number[];
    readonly gap: readonly number[];
    readonly reverseGap: readonly number[];
  };
  /** Exact at T. */
  readonly gap: number;
  readonly reverseGap: number;
  /** By number of steps, T among them. */
  readonly measured: Readonly<Record<AnnealingSeries, readonly MeasuredBound[]>>;
}
