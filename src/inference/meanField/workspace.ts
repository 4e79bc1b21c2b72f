import { packedLength } from '../../distributions/gaussian.ts';
import type { MixtureLayout } from '../../distributions/mixture.ts';
import { OK, type Status } from '../../math/status.ts';

/**
 * All memory of mean field in a mixture: what the forward pass found, kept for its adjoint, and
 * scratch. Made once for a largest batch and used again for every batch; the arrays are sized for
 * `maxRows`, of which a call fills the first B.
 */
export interface MeanFieldWorkspace {
  readonly layout: MixtureLayout;
  readonly maxRows: number;
  /** D = d + d (d + 1) / 2, length of a packed Gaussian. */
  readonly packed: number;

  /** B x K, rows sum to 1. */
  readonly responsibilities: Float64Array;
  /** B x d, means of q(x). */
  readonly means: Float64Array;
  /** B x d x d, covariances of q(x). */
  readonly covariances: Float64Array;
  /** B x d x d, lower Cholesky factors of the precisions of q(x). */
  readonly factors: Float64Array;
  /** B, expected KL(q(z) q(x) || p(z, x | theta)) of each row in nats, >= 0. */
  readonly localKl: Float64Array;
  /** P, expected sufficient statistics summed over the batch. */
  readonly statistics: Float64Array;
  /** Rows, sweeps and stragglers of the last call. */
  readonly report: MeanFieldReport;

  /** The components that take part, the first `report.activeComponents` entries. */
  readonly active: Int32Array;
  /** K: E[log pi_k] - E[mu' S^-1 mu + log det S] / 2. */
  readonly offsets: Float64Array;
  /** K x D: (E[S_k^-1 mu_k], E[S_k^-1]) packed, each component's message to x. */
  readonly messages: Float64Array;

  /** Scratch for one row in the forward pass. */
  readonly row: {
    /** D, the node potential. */
    readonly potential: Float64Array;
    /** D, natural parameters of q(x). */
    readonly natural: Float64Array;
    /** D, expected statistics of q(x). */
    readonly expected: Float64Array;
    /** K, unnormalised log responsibilities. */
    readonly scores: Float64Array;
  };
  /** Scratch for one row in the backward pass; see there. */
  readonly adjoint: {
    /** D, gradient towards the natural parameters of q(x), centred at its mean. */
    readonly dNatural: Float64Array;
    /** The n components that share the row, first n entries. */
    readonly sharing: Int32Array;
    /** n: square roots of their responsibilities, and gradients towards their scores. */
    readonly roots: Float64Array;
    readonly dScores: Float64Array;
    /** n x D: their messages, centred at the mean of q(x), minus the average; and F times that. */
    readonly messages: Float64Array;
    readonly images: Float64Array;
    /** n x n */
    readonly system: Float64Array;
    /** D */
    readonly average: Float64Array;
    /** d x d each, and d each. */
    readonly matrix: Float64Array;
    readonly product: Float64Array;
    readonly vector: Float64Array;
    readonly solved: Float64Array;
  };
}

export interface MeanFieldReport {
  status: Status;
  activeComponents: number;
  /** Sweeps of the slowest row, and summed over all rows. */
  mostSweeps: number;
  totalSweeps: number;
  /** Rows still moving by more than the tolerance after the largest number of sweeps. */
  unconvergedRows: number;
}

export function createMeanFieldWorkspace(
  layout: MixtureLayout,
  maxRows: number,
): MeanFieldWorkspace {
  const { components: K, dimension: d } = layout;
  const D = packedLength(d);
  const zeros = (length: number) => new Float64Array(length);
  return {
    layout,
    maxRows,
    packed: D,
    responsibilities: zeros(maxRows * K),
    means: zeros(maxRows * d),
    covariances: zeros(maxRows * d * d),
    factors: zeros(maxRows * d * d),
    localKl: zeros(maxRows),
    statistics: zeros(layout.length),
    report: {
      status: OK,
      activeComponents: 0,
      mostSweeps: 0,
      totalSweeps: 0,
      unconvergedRows: 0,
    },
    active: new Int32Array(K),
    offsets: zeros(K),
    messages: zeros(K * D),
    row: { potential: zeros(D), natural: zeros(D), expected: zeros(D), scores: zeros(K) },
    adjoint: {
      dNatural: zeros(D),
      sharing: new Int32Array(K),
      roots: zeros(K),
      dScores: zeros(K),
      messages: zeros(K * D),
      images: zeros(K * D),
      system: zeros(K * K),
      average: zeros(D),
      matrix: zeros(d * d),
      product: zeros(d * d),
      vector: zeros(d),
      solved: zeros(d),
    },
  };
}
