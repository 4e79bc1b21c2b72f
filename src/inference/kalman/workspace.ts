import type { LinearDynamicsLayout } from '../../distributions/linearDynamics.ts';
import { inProductSpace, type ProductSpace, type SquareProducts } from '../../math/productSpace.ts';

/**
 * Potentials between latents: exp{-x_1' J0 x_1 / 2 + h0' x_1} at the start of a window, and
 * exp{-x' J11 x / 2 - x' J12 x_next - x_next' J22 x_next / 2 + h1' x + h2' x_next} between neighbours
 * (thesis B.12 to B.15, averaged over the globals). Matrices d x d row-major.
 *
 * All pairs share one set of blocks, or each has its own: that of rows r and r + 1 then begins at
 * r times the size of a block.
 */
export interface ChainPotentials {
  readonly J0: Float64Array;
  /** d */
  readonly h0: Float64Array;
  /** 1 where each pair has blocks of its own, 0 where all share them. */
  readonly stride: 0 | 1;
  readonly J11: Float64Array;
  readonly J12: Float64Array;
  readonly J22: Float64Array;
  /** Offsets, d for each pair; null where there are none. */
  readonly h1: Float64Array | null;
  readonly h2: Float64Array | null;
}

/**
 * All memory of inference in a chain of Gaussian latents: what the forward pass found, kept for its
 * adjoint, and scratch. Made once for a largest batch; the arrays are sized for `maxRows`, of which
 * a call fills the first B = windows x steps, window after window.
 *
 * The information filter is a Cholesky factorisation of the block-tridiagonal precision of a whole
 * window. With P_t = J_t|t + J11 (without J11 at the last step), the precision of x_t given x_t+1
 * and all up to t, everything the smoother and the sampler need of a step is P_t^-1 and the gain
 * G_t = P_t^-1 J12: given x_t+1, x_t has mean m_t - G_t x_t+1 and covariance P_t^-1.
 */
export interface KalmanWorkspace {
  /** d */
  readonly dimension: number;
  readonly maxRows: number;
  /** Of d x d matrices, for those of this workspace. */
  readonly products: SquareProducts;
  readonly chain: ChainPotentials;

  /** B x d x d: L_t^-1, lower triangular, where P_t = L_t L_t'. */
  readonly factorInverses: Float64Array;
  /** B x d x d: P_t^-1. */
  readonly conditionals: Float64Array;
  /** B x d x d: G_t; not used at the last step of a window. */
  readonly gains: Float64Array;
  /** B x d: m_t = P_t^-1 h_t|t. */
  readonly filtered: Float64Array;
  /** One per window: log-integral of all potentials of the window. */
  readonly logZ: Float64Array;

  /** B x d: E[x_t]. */
  readonly means: Float64Array;
  /** B x d x d: Cov(x_t). */
  readonly covariances: Float64Array;
  /** B x d x d: Cov(x_t, x_t+1); not used at the last step of a window. */
  readonly crossCovariances: Float64Array;

  /** Scratch of one step, d x d and d. */
  readonly step: {
    readonly matrix: Float64Array;
    readonly predicted: Float64Array;
    readonly linear: Float64Array;
  };
  /** Scratch of the backward pass; see there. */
  readonly adjoint: {
    /**
     * Gradients towards the diagonal blocks of a window's precision, not symmetrised, and towards J12;
     * d x d. Summed over windows and steps where pairs share their blocks; otherwise one for each row.
     */
    readonly dDiagonal: Float64Array;
    readonly dCross: Float64Array;
    /** The diagonal blocks of first and last steps alone, and the linear terms of first ones, summed. */
    readonly dSums: {
      readonly first: Float64Array;
      readonly last: Float64Array;
      readonly initialLinear: Float64Array;
    };
    /** One window: steps x d x d and steps x d. */
    readonly dPrecisions: Float64Array;
    readonly dMeans: Float64Array;
    readonly dNoises: Float64Array;
    /** d x d */
    readonly dCovariance: Float64Array;
    readonly dCarried: Float64Array;
    readonly left: Float64Array;
    readonly right: Float64Array;
    /** d */
    readonly solution: Float64Array;
    readonly vector: Float64Array;
    readonly other: Float64Array;
    readonly whitened: Float64Array;
    readonly gained: Float64Array;
  };
}

/** Of a linear dynamical system, whose transition all pairs share. */
export interface LdsWorkspace extends KalmanWorkspace {
  readonly layout: LinearDynamicsLayout;
  /** P: expected sufficient statistics, summed over all windows. */
  readonly statistics: Float64Array;
}

export function createLdsWorkspace(layout: LinearDynamicsLayout, maxRows: number): LdsWorkspace {
  const workspace = createKalmanWorkspace(layout.dimension, maxRows, 'shared');
  return { ...workspace, layout, statistics: new Float64Array(layout.length) };
}

/** @param pairs whether all pairs of neighbours share their potential or each has its own, with offsets */
export function createKalmanWorkspace(
  dimension: number,
  maxRows: number,
  pairs: 'shared' | 'own',
): KalmanWorkspace {
  return inProductSpace(dimension, (space) => workspaceIn(space, dimension, maxRows, pairs));
}

function workspaceIn(
  { products, zeros }: ProductSpace,
  dimension: number,
  maxRows: number,
  pairs: 'shared' | 'own',
): KalmanWorkspace {
  const d = dimension;
  const square = d * d;
  const hasOwn = pairs === 'own';
  const pairCount = hasOwn ? maxRows : 1;
  return {
    dimension,
    maxRows,
    products,
    chain: {
      J0: zeros(square),
      h0: zeros(d),
      stride: hasOwn ? 1 : 0,
      J11: zeros(pairCount * square),
      J12: zeros(pairCount * square),
      J22: zeros(pairCount * square),
      h1: hasOwn ? zeros(pairCount * d) : null,
      h2: hasOwn ? zeros(pairCount * d) : null,
    },
    factorInverses: zeros(maxRows * square),
    conditionals: zeros(maxRows * square),
    gains: zeros(maxRows * square),
    filtered: zeros(maxRows * d),
    logZ: zeros(maxRows),
    means: zeros(maxRows * d),
    covariances: zeros(maxRows * square),
    crossCovariances: zeros(maxRows * square),
    step: { matrix: zeros(square), predicted: zeros(square), linear: zeros(d) },
    adjoint: {
      dDiagonal: zeros(pairCount * square),
      dCross: zeros(pairCount * square),
      dSums: { first: zeros(square), last: zeros(square), initialLinear: zeros(d) },
      dPrecisions: zeros(maxRows * square),
      dMeans: zeros(maxRows * d),
      dNoises: zeros(maxRows * d),
      dCovariance: zeros(square),
      dCarried: zeros(square),
      left: zeros(square),
      right: zeros(square),
      solution: zeros(d),
      vector: zeros(d),
      other: zeros(d),
      whitened: zeros(d),
      gained: zeros(d),
    },
  };
}
