/** What the page shows of divergences, in nats. Infinite numbers are as `withInfinities` gives them back. */
import type { Component, Target } from './targets.ts';

/** What a q is fitted by; each has its own colour. */
export type Direction = 'forward' | 'reverse' | 'alpha';

/** The part of one density where the other is zero. */
export interface Uncovered {
  readonly from: number;
  readonly to: number;
  readonly mass: number;
}

/** What is drawn as areas and terms: what q is fitted by, or chi-squared. */
export type Areas = 'kl' | 'chi';

export interface DivergenceFigures {
  /** KL(p || q) and KL(q || p). */
  readonly forward: number;
  readonly reverse: number;
  readonly jensenShannon: number;
  readonly totalVariation: number;
  readonly alpha: number;
  /** Chi-squared of p and q, and of q and p. */
  readonly chiForward: number;
  readonly chiReverse: number;
  /** Where q is zero and p is not, and the other way round; null if nowhere. */
  readonly outsideQ: Uncovered | null;
  readonly outsideP: Uncovered | null;
}

/** One q. */
export interface FitView {
  readonly direction: Direction;
  readonly components: readonly Component[];
  /** G: its density. */
  readonly density: Float32Array;
  /** G: of the divergence that is drawn. Infinite where the divergence is. */
  readonly integrand: Float32Array;
  readonly figures: DivergenceFigures;
  /** The divergence that it is fitted by. */
  readonly value: number;
  /** Steps of one Gaussian, oldest first: mean and standard deviation, 2 numbers each. */
  readonly path: Float32Array;
  /** Training cannot lower the divergence any more. */
  readonly done: boolean;
}

/** log p(x) = ELBO + KL(q || p(z | x)) */
export interface SplitView {
  readonly logEvidence: number;
  readonly energy: number;
  readonly entropy: number;
  readonly elbo: number;
  readonly kl: number;
}

export interface DensitiesView {
  readonly part: 'densities' | 'identity';
  /** G places along the axis. */
  readonly x: Float32Array;
  /** G: density of p. */
  readonly p: Float32Array;
  readonly target: Target;
  readonly alpha: number;
  readonly areas: Areas;
  readonly fits: readonly FitView[];
  /** Of the first q; null but in the identity. */
  readonly split: SplitView | null;
}

export interface BarsView {
  readonly part: 'bars';
  /** n each, sums to 1: as they can be dragged. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** Bars that are joined with the next one, counted from 0. */
  readonly merged: readonly number[];
  /** First bar of each group of joined bars, m of them. */
  readonly groups: readonly number[];
  /** m each: after the joining. */
  readonly mergedP: Float64Array;
  readonly mergedQ: Float64Array;
  readonly forwardTerms: Float64Array;
  readonly reverseTerms: Float64Array;
  readonly chiForwardTerms: Float64Array;
  readonly chiReverseTerms: Float64Array;
  readonly areas: Areas;
  readonly figures: Readonly<
    Record<
      | 'forward'
      | 'reverse'
      | 'chiForward'
      | 'chiReverse'
      | 'jensenShannon'
      | 'totalVariation'
      | 'entropyP'
      | 'crossEntropy'
      /** Before the joining. */
      | 'unmergedForward'
      | 'unmergedReverse'
      | 'unmergedChiForward'
      | 'unmergedChiReverse',
      number
    >
  >;
}

export interface JensenView {
  readonly part: 'jensen';
  readonly convex: '-log' | 'square' | 'exp' | 'abs' | 'ratio';
  readonly places: Float64Array;
  readonly weights: Float64Array;
  /** f at the places. */
  readonly values: Float64Array;
  /** f along the axis. */
  readonly curve: { readonly x: Float32Array; readonly values: Float32Array };
  readonly mean: number;
  readonly meanOfValues: number;
  readonly valueOfMean: number;
  readonly gap: number;
  /** Of a line that supports f at the mean. */
  readonly slope: number;
}

export interface FactorsView {
  readonly direction: 'forward' | 'reverse';
  readonly means: readonly [number, number];
  readonly sds: readonly [number, number];
  readonly forward: number;
  readonly reverse: number;
}

export interface PlaneView {
  readonly part: 'plane';
  readonly correlation: number;
  readonly fits: readonly FactorsView[];
  /** -log(1 - rho^2) / 2: what is left in both directions at the optimum. */
  readonly least: number;
  /** Optimal variances in both directions. */
  readonly reverseVariance: number;
  readonly forwardVariance: number;
}

export type DivergencesSnapshot = (DensitiesView | BarsView | JensenView | PlaneView) & {
  readonly kind: 'divergences';
  readonly converged: boolean;
};

/** The divergence of one Gaussian over its mean and its standard deviation. */
export interface DivergencesQuery {
  readonly kind: 'landscape';
  readonly direction: Direction;
  /** Values along each side. */
  readonly cells: number;
}

export interface Stationary {
  readonly kind: 'minimum' | 'saddle' | 'maximum';
  readonly mean: number;
  readonly sd: number;
  readonly value: number;
}

export interface DivergencesAnswer {
  readonly kind: 'landscape';
  readonly direction: Direction;
  readonly cells: number;
  /** cells x cells by row (log sd) and column (mean), over `landscapeGrid`. */
  readonly values: Float32Array;
  /** Where its gradient is zero: minima first, the smallest first. */
  readonly points: readonly Stationary[];
  /** Why there is no landscape; null where there is one. */
  readonly absent: string | null;
}
