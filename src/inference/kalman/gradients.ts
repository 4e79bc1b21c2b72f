/** What goes into the adjoint of linear dynamics, and what comes out. */

/** Gradients of the loss that come in; null where the loss does not look. */
export interface LdsLossGradients {
  /** Draws of `kalmanSampler`, the noise behind them and the gradients at them; B x d each. */
  readonly atSamples: {
    readonly samples: Float64Array;
    readonly noise: Float64Array;
    readonly dSamples: Float64Array;
  } | null;
  readonly atMoments: {
    /** B x d */
    readonly dMeans: Float64Array;
    /** B x d x d, towards Cov(x_t) and Cov(x_t, x_t+1); entries independent of each other. */
    readonly dCovariances: Float64Array;
    readonly dCrossCovariances: Float64Array;
  } | null;
  /** Weight of the summed log-normalisers, and of the local KL, in the loss. */
  readonly dLogZ: number;
  readonly dLocalKl: number;
}

/** Gradients that go out, into the caller's arrays. */
export interface LdsInputGradients {
  /** B x d each. */
  readonly dPrecision: Float64Array;
  readonly dLinear: Float64Array;
  /** P, total derivative; entries of a symmetric matrix are independent of each other. */
  readonly dExpected: Float64Array;
}
