/** What the page shows of an SVAE-GMM. N rows, D data dimension, d latent dimension. */
import type { GrownPrior } from './growingPrior.ts';

export interface ClusterSummary {
  /** Counted from 0; the page says "Cluster 1" for 0. */
  readonly id: number;
  /** Expected mixing weight E[pi_k]; 0 when removed. */
  readonly weight: number;
  /** Expected number of data points, summed responsibilities. */
  readonly count: number;
  /** d */
  readonly mean: readonly number[];
  /** d x d row-major: the inverse of E[Sigma^-1], the covariance local inference works with. */
  readonly covariance: readonly number[];
  readonly removed: boolean;
}

/** The latent grid drawn through the decoder: only for d = 2. */
export interface DecodedGrid {
  readonly lines: number;
  /** Latent coordinates of the lines: x and y take these values. */
  readonly coordinates: readonly number[];
  /** lines x lines x 2: decoded mean at (coordinates[column], coordinates[row]), row-major by row, column. */
  readonly points: Float32Array;
}

export interface ModelSamples {
  /** S x d */
  readonly latents: Float32Array;
  /** S x D, drawn with the decoder's own noise. */
  readonly data: Float32Array;
  readonly clusters: Uint16Array;
}

export interface SvaeGmmSnapshot {
  readonly kind: 'svae-gmm';
  readonly rows: number;
  readonly dataDimension: number;
  readonly latentDimension: number;
  /** N x d: means of q(x). */
  readonly latents: Float32Array;
  /** N: most responsible cluster. */
  readonly assignments: Uint16Array;
  /** N: its responsibility, 1/K..1. */
  readonly confidence: Float32Array;
  /** N x D: decoded means. */
  readonly reconstructions: Float32Array;
  readonly clusters: readonly ClusterSummary[];
  /** Of the clusters and their weights, as it suits these data. */
  readonly prior: GrownPrior;
  /** Whether edits lay over the learned clusters when this was made. */
  readonly edited: boolean;
  /** The structural change that a copy is trying out while this model stands still; else null. */
  readonly onTrial: string | null;
  readonly grid: DecodedGrid | null;
  readonly samples: ModelSamples | null;
}

export type SvaeGmmQuery =
  | { readonly kind: 'point'; readonly row: number }
  /** One iteration in slow motion for one point, without changing the model. */
  | { readonly kind: 'iteration'; readonly row: number };

/** Responsibilities of one point, for the tooltip and the linked bars. */
export interface PointInspection {
  readonly kind: 'point';
  readonly row: number;
  /** K */
  readonly responsibilities: readonly number[];
}

/** q(x) and the responsibilities after one sweep of mean field. */
export interface MeanFieldSweep {
  /** K */
  readonly responsibilities: readonly number[];
  /** d and d x d */
  readonly mean: readonly number[];
  readonly covariance: readonly number[];
  /** Surrogate objective of this point after the sweep, nats. */
  readonly objective: number;
  /** Sum over clusters of r_k E[Sigma_k^-1] (d x d) and of r_k E[Sigma_k^-1 mu_k] (d). */
  readonly message: { readonly precision: readonly number[]; readonly linear: readonly number[] };
}

/** Algorithm 1 for one point, message by message. */
export interface IterationInspection {
  readonly kind: 'iteration';
  readonly row: number;
  readonly observation: readonly number[];
  /** The clusters as learned: training knows nothing of edits that lie over them. */
  readonly clusters: readonly ClusterSummary[];
  /** The encoder's node potential as a Gaussian: mean d, variance d (diagonal), and its natural form. */
  readonly potential: {
    readonly mean: readonly number[];
    readonly variance: readonly number[];
    readonly precision: readonly number[];
    readonly linear: readonly number[];
  };
  /** Where the sweeps begin: at equal responsibilities, unless these lead to another fixed point. */
  readonly start: 'uniform' | 'remembered';
  /** To the fixed point that training has come to. */
  readonly sweeps: readonly MeanFieldSweep[];
  readonly sample: readonly number[];
  readonly noise: readonly number[];
  readonly decoded: { readonly mean: readonly number[]; readonly variance: readonly number[] };
  readonly logLikelihood: number;
  readonly localKl: number;
  /** d: gradient of the bound with respect to the sample, and to the node potentials. */
  readonly gradients: {
    readonly sample: readonly number[];
    readonly precision: readonly number[];
    readonly linear: readonly number[];
  };
  /** What the natural-gradient step would do to the point's most responsible cluster. */
  readonly step: {
    readonly cluster: number;
    readonly before: ClusterSummary;
    readonly after: ClusterSummary;
    readonly stepSize: number;
    /** The count the step heads for: responsibilities summed over all points, but for the second term of (3.20). */
    readonly expectedCount: number;
  };
}

export type SvaeGmmInspection = PointInspection | IterationInspection;
