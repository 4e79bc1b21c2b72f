/** What the page shows of a VAE. N rows, D data dimension, d latent dimension. Figures in nats. */

export interface VaeSnapshot {
  readonly kind: 'vae';
  readonly rows: number;
  readonly dataDimension: number;
  readonly latentDimension: number;
  /** Pixels along a side where rows are pictures; else null. */
  readonly pixels: number | null;
  /** N x d: means of q(x). */
  readonly latents: Float32Array;
  /** N x d: standard deviations of q(x), 0..1, of each coordinate by itself. */
  readonly deviations: Float32Array;
  /** N x d x d: lower Cholesky factors of the covariances of q(x); null where they are diagonal. */
  readonly factors: Float32Array | null;
  /** N: KL(q(x_n) || N(0, I)), the price of each point. */
  readonly rowKl: Float32Array;
  /**
   * d: KL of each coordinate by itself, averaged over rows; near 0 where a coordinate is not used. What
   * the whole KL is larger by, the total correlation of q(x), is what correlated coordinates cost.
   */
  readonly coordinateKl: readonly number[];
  /**
   * N: log p(y_n | x) for an x drawn from q(x_n), beyond the best log-likelihood without latents:
   * what each point's latent buys. The noise stays the same, so that it does not jitter.
   */
  readonly rowGain: Float32Array;
  /** N x D: decoded means. */
  readonly reconstructions: Float32Array;
  readonly samples: VaeSamples | null;
  readonly grid: DecodedPlane | null;
}

/** What a view of a VAE asks for besides the model; what it leaves out is 0. */
export interface VaeView {
  /** Samples of the prior, 0 for none. */
  readonly samples: number;
  /** Which draw of them, counted from 0: another number, other samples of the same prior. */
  readonly sampleDraw: number;
  /** Lines of the grid per direction, 0 for none. */
  readonly gridLines: number;
  /** The two latent dimensions the grid spans. */
  readonly gridX: number;
  readonly gridY: number;
}

/** A square grid of latents through the decoder; the dimensions it does not span are 0. */
export interface DecodedPlane {
  readonly lines: number;
  /** lines: the values both coordinates take. */
  readonly coordinates: readonly number[];
  /** lines x lines x D: decoded means, row by row from the smallest y. */
  readonly points: Float32Array;
}

/** Draws from the prior, decoded. */
export interface VaeSamples {
  /** S x d */
  readonly latents: Float32Array;
  /** S x D: decoded means. */
  readonly means: Float32Array;
  /** S x D, drawn with the decoder's own noise; binary where its means are probabilities. */
  readonly data: Float32Array;
}

export type VaeQuery =
  /** A walk in latent space: n x d coordinates, decoded. */
  | { readonly kind: 'decode'; readonly latents: readonly number[] }
  /** The reparameterisation trick for one row, step by step; `draw` counts noises from 0. */
  | { readonly kind: 'reparameterisation'; readonly row: number; readonly draw: number }
  /** log p(y) of a row and the ELBO of its q(x): what lies between them. */
  | { readonly kind: 'gap'; readonly row: number }
  /** Steps of a natural-gradient ascent of q(x) for one row alone; from the encoder's q where `from` is null. */
  | {
      readonly kind: 'optimiseQ';
      readonly row: number;
      /** Whether q may be correlated. */
      readonly family: QFamily;
      readonly from: PlacedQ | null;
      readonly steps: number;
    }
  /** Repetitions `from`, `from + 1` … of the encoder's gradient, by each estimator. */
  | { readonly kind: 'gradientSpread'; readonly from: number; readonly count: number };

export interface DecodeInspection {
  readonly kind: 'decode';
  /** n x D each. */
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/**
 * x = mean + deviation * noise, or mean + factor noise, and how gradients come back through it (2.31;
 * notes 9.33).
 */
export interface ReparameterisationInspection {
  readonly kind: 'reparameterisation';
  readonly row: number;
  /** D */
  readonly observation: readonly number[];
  /** d each: the mean of the encoder's potential, and q(x), potential and prior together. */
  readonly potentialMean: readonly number[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** d x d: lower Cholesky factor of the covariance; null where that is diagonal. */
  readonly factor: readonly number[] | null;
  readonly noise: readonly number[];
  readonly sample: readonly number[];
  /** D each. */
  readonly decoded: { readonly mean: readonly number[]; readonly variance: readonly number[] };
  /** Whether the decoded means are probabilities of binary pixels; their variance follows from them. */
  readonly isBernoulli: boolean;
  /** log p(y | x) of the sample, and KL(q(x) || N(0, I)). */
  readonly logLikelihood: number;
  readonly kl: number;
  /** Of the objective log-likelihood - beta * KL. */
  readonly gradients: {
    /** d each */
    readonly sample: readonly number[];
    readonly mean: readonly number[];
    /** d, with respect to the deviations; of a full q d x d, to the factor, and 0 above its diagonal. */
    readonly spread: readonly number[];
  };
}

/** The Gaussians that q(x) is chosen from. */
export type QFamily = 'diagonal' | 'full';

/** A Gaussian q(x) on its way to the best one for a row. */
export interface PlacedQ {
  /** d */
  readonly mean: readonly number[];
  /** d x d, row-major: lower Cholesky factor of the covariance. */
  readonly factor: readonly number[];
  /** How far the next step may go; absent: as far as steps may. */
  readonly radius?: number;
}

/** The posterior density p(x | y) on a lattice of a latent plane. */
export interface PosteriorDensity {
  /** Along each side. */
  readonly cells: number;
  /** cells each: coordinates of columns and rows. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** cells x cells by row (y) and column (x). */
  readonly values: Float32Array;
}

/** log p(y) of one row, and the ELBO of the encoder's q(x). */
export interface GapInspection {
  readonly kind: 'gap';
  readonly row: number;
  /** By quadrature where there are one or two latent dimensions; else the estimate below. */
  readonly logLikelihood: number;
  readonly isExact: boolean;
  /** By importance sampling. */
  readonly estimate: {
    readonly logLikelihood: number;
    readonly standardError: number;
    readonly samples: number;
    readonly effectiveSamples: number;
  };
  readonly encoder: { readonly q: PlacedQ; readonly elbo: number };
  /** That the encoder chooses from: the two gaps are split at the best of it. */
  readonly family: QFamily;
  /** null unless the latent space is a plane. */
  readonly density: PosteriorDensity | null;
}

export interface OptimiseQInspection {
  readonly kind: 'optimiseQ';
  readonly row: number;
  readonly family: QFamily;
  readonly q: PlacedQ;
  readonly elbo: number;
  /** Steps taken. */
  readonly steps: number;
  /** No step gains anything any more. */
  readonly converged: boolean;
}

/** The estimators whose spread is measured; the last two where the importance-weighted bound is raised. */
export type GradientEstimatorId =
  | 'pathwise'
  | 'sticking'
  | 'leaveOneOut'
  | 'score'
  | 'iwae'
  | 'iwae-dreg';

/** Of the objective per observation, with respect to the encoder's parameters (P of them). */
export interface GradientSpreadInspection {
  readonly kind: 'gradientSpread';
  /** Observations whose gradient is averaged, and draws for each. */
  readonly rows: number;
  readonly draws: number;
  readonly repeats: number;
  readonly estimators: readonly GradientSums[];
}

export interface GradientSums {
  readonly id: GradientEstimatorId;
  /** P: sum of the gradients. */
  readonly sum: Float64Array;
  /** Sum of their squared lengths. */
  readonly squares: number;
}

export type VaeInspection =
  | DecodeInspection
  | ReparameterisationInspection
  | GapInspection
  | OptimiseQInspection
  | GradientSpreadInspection;

/**
 * KL(N(mean, variance) || N(0, 1)) in nats, in closed form: one coordinate of (9.32). Between
 * diagonal Gaussians and N(0, I) the KL is the sum of these over coordinates.
 */
export const coordinateKl = (mean: number, variance: number): number =>
  (mean * mean + variance - Math.log(variance) - 1) / 2;
