/** What the page shows of importance-weighted bounds. Bounds and gaps are in nats. */
import type { AnnealingView } from './annealingView.ts';
import type { FilterView } from './filterView.ts';

export interface Gaussian {
  readonly mean: number;
  readonly sd: number;
}

/** A mean over repeats with its standard error. */
export interface Measured {
  readonly mean: number;
  readonly error: number;
  readonly repeats: number;
}

/** One datum, q, and what is exact about them. */
export interface DatumView {
  readonly x: number;
  readonly q: Gaussian;
  readonly posterior: Gaussian;
  /** K */
  readonly samples: number;
  readonly logEvidence: number;
  readonly elbo: number;
  /** L_K */
  readonly bound: number;
  /** Variance of w / p(x); null where the weights have no second moment. */
  readonly chiSquare: number | null;
  /** Densities over z. */
  readonly curve: {
    readonly z: Float32Array;
    readonly posterior: Float32Array;
    readonly q: Float32Array;
    /** Of one of K draws, chosen by its weight. */
    readonly implicit: Float32Array;
  };
  /** L_K exactly, over K. */
  readonly line: { readonly sizes: readonly number[]; readonly bounds: readonly number[] };
  /** L_K as measured, over K. */
  readonly marks: readonly (Measured & { readonly samples: number })[];
}

export interface WeightsView extends DatumView {
  readonly part: 'weights';
  /** log of the average of K weights, over repeats. */
  readonly histogram: {
    readonly low: number;
    readonly high: number;
    /** Share of the repeats in each bin. */
    readonly bins: Float32Array;
    readonly beyond: number;
    readonly measured: Measured;
    readonly sd: number;
  };
  /** Effective sample size of K draws, on average over the repeats. */
  readonly effective: number;
  /** Shape of the tail of the weights: exact (0 or less where they are bounded), and as fitted. */
  readonly tailShape: number;
  readonly paretoShape: number;
  /** Draws it is fitted to. */
  readonly paretoDraws: number;
  /** Logs of the first weights over p(x), and where they were drawn. */
  readonly first: { readonly z: Float64Array; readonly logWeights: Float64Array };
}

/** The gradients whose signal is compared. */
export const GRADIENTS = ['encoder', 'dreg', 'decoder'] as const;
export type GradientId = (typeof GRADIENTS)[number];

/** Standard errors of an error bar. */
export const ERROR_BAR = 2;

/** Whether an error bar stays clear of 0: then a mark is filled, and counts for a slope. */
export const standsOut = (ratio: number, ratioError: number): boolean =>
  ratio > ERROR_BAR * ratioError;

/** Signal-to-noise: size of the mean of a gradient over its standard deviation. */
export interface SignalMark {
  /** K */
  readonly samples: number;
  readonly repeats: number;
  readonly mean: number;
  readonly meanError: number;
  readonly sd: number;
  readonly ratio: number;
  readonly ratioError: number;
}

export interface GradientView {
  readonly id: GradientId;
  /** Exact, at K. */
  readonly mean: number;
  readonly sd: number;
  readonly ratio: number;
  /** Exact ratios over K: those of `line.sizes`; 0 where the mean is 0. */
  readonly ratios: Float64Array;
  /** d log ratio / d log K over K = 1 to 1,000, exact; null where the mean is 0 somewhere. */
  readonly slope: number | null;
  /** As measured: of the marks that are clearly above 0; null where there are few. */
  readonly measuredSlope: { readonly slope: number; readonly error: number } | null;
  readonly marks: readonly SignalMark[];
}

export interface SignalView extends DatumView {
  readonly part: 'signal';
  readonly gradients: readonly GradientView[];
  /** Sets of draws that the marks come from. */
  readonly sets: number;
}

/** The part that is on the stage. */
export type PartView = WeightsView | SignalView | AnnealingView | FilterView;

export type BoundsSnapshot = PartView & { readonly kind: 'bounds' };

/** What the curves of kept runs are of, in the chart of each part; the filter's is its bound over the steps. */
export const CURVES = { datum: 'Bound over K', annealing: 'Bound − log Z over T' } as const;
