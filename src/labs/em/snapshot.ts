/** What the page shows of EM for mixtures. N rows, K clusters, D dimension. Figures are per datum, in nats. */
import type { EmCourse, HalfStep } from '../shared/engine/emCourse.ts';
import type { AscentCheck } from '../shared/engine/halfSteps.ts';
import type { EmAlgorithm } from './settings.ts';

export interface EmCluster {
  /** Counted from 0; the page says "Cluster 1" for 0. */
  readonly id: number;
  /** pi_k; E[pi_k] of the Bayesian mixture. */
  readonly weight: number;
  /** Summed responsibilities. */
  readonly count: number;
  /** D */
  readonly mean: readonly number[];
  /** D x D row-major; of the Bayesian mixture the inverse of E[S^-1]. */
  readonly covariance: readonly number[];
  /** No responsibility worth speaking of: the mean stays where it is. */
  readonly empty: boolean;
  /** Kept from falling onto a point or a line by the least width. */
  readonly singular: boolean;
}

/** Which of several starts the run began at. Ends are per point, in nats. */
export interface StartChoice {
  /** Counted from 0; the page says "start 1" for 0. */
  readonly chosen: number;
  /** Starts that were tried. */
  readonly of: number;
  /** What they were compared by; that of the algorithm they were tried with. */
  readonly objective: 'log-likelihood' | 'ELBO';
  /** Where the chosen start ended, and the lowest one that EM did not break down from. */
  readonly best: number;
  readonly worst: number;
  /** Starts that ended within 1e-6 of the highest. */
  readonly asGood: number;
}

export interface EmSnapshot extends AscentCheck {
  readonly kind: 'em';
  readonly algorithm: EmAlgorithm;
  readonly rows: number;
  readonly dataDimension: number;
  /** N x K: q as the last E-step left it; uniform before the first. Edits do not change it. */
  readonly responsibilities: Float32Array;
  /** N: most responsible cluster. */
  readonly assignments: Uint16Array;
  /** N: its responsibility, 1/K..1. */
  readonly confidence: Float32Array;
  /** Under the edits. */
  readonly clusters: readonly EmCluster[];
  /** log p(X | theta) / N; null of the Bayesian mixture, whose evidence is unknown. */
  readonly logLikelihood: number | null;
  /** energy + entropy - globalKl: the bound. */
  readonly freeEnergy: number;
  /** E_q[log p(X, Z | theta)] / N, expected under q(theta) too for the Bayesian mixture. */
  readonly energy: number;
  /** H(q) / N */
  readonly entropy: number;
  /** KL(q(theta) || p(theta)) / N */
  readonly globalKl: number;
  /** KL(q(Z) || p(Z | X, theta)) / N, the gap of figure 2.2; null of the Bayesian mixture. */
  readonly klGap: number | null;
  /**
   * Mean squared distance of a point from its clusters' means, in the data set's unit of distance:
   * what k-means minimises.
   */
  readonly distortion: number;
  /** What `stepKind: alternate` does next. */
  readonly nextHalf: HalfStep;
  /** The last iteration moved the bound by less than rounding, and no responsibility. */
  readonly converged: boolean;
  /** Null with a single start, and once EM has gone on from means moved by hand. */
  readonly startChoice: StartChoice | null;
  readonly edited: boolean;
  readonly course: EmCourse;
}

/** A coordinate of a mean. */
export interface MeanCoordinate {
  readonly cluster: number;
  readonly coordinate: number;
}

export type EmQuery =
  | { readonly kind: 'point'; readonly row: number }
  /** An iteration: its E-step for one point, its M-step for one cluster. */
  | { readonly kind: 'iteration'; readonly row: number; readonly cluster: number }
  /** The objective over two coordinates of the means, everything else as it is. */
  | {
      readonly kind: 'landscape';
      readonly x: MeanCoordinate;
      readonly y: MeanCoordinate;
      /** Least and most value of either. */
      readonly xRange: readonly [number, number];
      readonly yRange: readonly [number, number];
      /** Values along each side, 2..101. */
      readonly cells: number;
    };

/** An E-step for one point, in slow motion. */
export interface EmPointInspection {
  readonly kind: 'point';
  readonly row: number;
  /** K: how far the means are, in the data set's unit of distance. */
  readonly distances: readonly number[];
  /** K: q as it stands. */
  readonly responsibilities: readonly number[];
  /** K: log pi_k + log N(x | mu_k, S_k). */
  readonly logJoint: readonly number[];
  /** K: what an E-step would make of q. */
  readonly posterior: readonly number[];
  readonly logEvidence: number;
}

/** An iteration in slow motion. The model stays as it is. */
export interface EmIterationInspection {
  readonly kind: 'iteration';
  readonly point: EmPointInspection;
  /** K: what the E-step makes of q for the point; of k-means all or nothing. */
  readonly shares: readonly number[];
  readonly cluster: number;
  /** N: responsibility of the cluster for each point after the E-step. */
  readonly clusterShares: Float32Array;
  /** Their sum. */
  readonly count: number;
  /** The cluster before and after the M-step. */
  readonly before: EmCluster;
  readonly after: EmCluster;
}

export interface EmLandscape {
  readonly kind: 'landscape';
  readonly cells: number;
  /** Coordinates of the columns and of the rows, `cells` each. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /**
   * cells x cells by row (y) and column (x), per datum: the log-likelihood; of k-means the best
   * free energy without doubt, which is what it climbs; with priors the bound at its best q(Z).
   */
  readonly objective: Float32Array;
  /** Likewise: the free energy of q as it stands, the surface an M-step climbs; it touches or lies below. */
  readonly freeEnergy: Float32Array;
  /** Where the means have been on their way, oldest first: x and y of each place. */
  readonly path: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** Rows of the data it was computed on: all, or as many as can be answered at once. */
  readonly rows: number;
}

export type EmInspection = EmPointInspection | EmIterationInspection | EmLandscape;
