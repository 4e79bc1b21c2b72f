/** What the page shows of gradient estimators. */
import type { EstimatorId, Parameter } from './names.ts';

/** Mean and standard deviation of a Gaussian; or the probability of heads, and how coins are relaxed. */
export type Place =
  | { readonly mean: number; readonly sd: number }
  | { readonly theta: number; readonly temperature: number };

/** f over x and the density of q; of a coin over the uniform number that is thrown. */
export interface CurveView {
  readonly x: Float32Array;
  readonly f: Float32Array;
  readonly density: Float32Array;
}

/** The first draws, one by one. */
export interface FirstDraws {
  /** Standard normal; of a coin uniform. */
  readonly noise: Float64Array;
  /** x; of a coin the uniform number again. */
  readonly places: Float64Array;
  /** f, of all coordinates. */
  readonly values: Float64Array;
  /** d log q / d parameter. */
  readonly scores: Float64Array;
  /** f' of the first coordinate. */
  readonly slopes: Float64Array;
  /** d x / d parameter for fixed noise; 1 of a coin, where there is none. */
  readonly paths: Float64Array;
}

export interface EstimatesView {
  readonly id: EstimatorId;
  /** Exact, of one estimate. */
  readonly exactMean: number;
  readonly exactVariance: number;
  /** The same as measured, with standard errors. */
  readonly mean: number;
  readonly meanError: number;
  readonly variance: number;
  readonly varianceError: number;
  /** Of the first draws. */
  readonly first: Float64Array;
  /** Share of the estimates in each bin of the histogram. */
  readonly bins: Float32Array;
  /** Share of the estimates beyond the histogram. */
  readonly beyond: number;
  /** Draws that are averaged, and the variance of such averages: measured, its error, exact. */
  readonly sizes: readonly number[];
  readonly measured: readonly number[];
  readonly errors: readonly number[];
  readonly exact: readonly number[];
}

export interface DrawsView {
  readonly part: 'draws';
  readonly q: Place;
  readonly parameter: Parameter;
  readonly dimension: number;
  readonly count: number;
  readonly batch: number;
  /** Exact: E f, and its derivative with respect to the parameter. */
  readonly value: number;
  readonly gradient: number;
  readonly curve: CurveView;
  readonly draws: FirstDraws;
  /** Ends of the histograms. */
  readonly low: number;
  readonly high: number;
  readonly estimates: readonly EstimatesView[];
}

export interface RacerView {
  /** 'exact' goes by the exact gradient. */
  readonly id: EstimatorId | 'exact';
  readonly q: Place;
  /** E f at q, exact. */
  readonly value: number;
  /** E f step by step, oldest first. */
  readonly values: Float32Array;
  /** Where it was: mean and standard deviation, 2 numbers each; or theta, 1 number each. */
  readonly path: Float32Array;
}

export interface RaceView {
  readonly part: 'race';
  /** Of the oldest entry of the paths. */
  readonly firstStep: number;
  readonly dimension: number;
  /** What f is: as long as it stays, E f over q does. */
  readonly ground: string;
  readonly racers: readonly RacerView[];
  /** E f over theta, of a coin; null of a Gaussian. */
  readonly hill: { readonly x: Float32Array; readonly values: Float32Array } | null;
}

export type EstimatorsSnapshot = (DrawsView | RaceView) & {
  readonly kind: 'estimators';
  /** f in words: "−(x − 2)²" */
  readonly name: string;
  /** The formula that would count, or counts. */
  readonly formula: string;
  /** f jumps somewhere. */
  readonly hasJumps: boolean;
};

/** E f over mean and standard deviation of a Gaussian. */
export interface EstimatorsQuery {
  readonly kind: 'landscape';
  /** Values along each side. */
  readonly cells: number;
}

export interface EstimatorsAnswer {
  readonly kind: 'landscape';
  readonly cells: number;
  /** `cells` means, and logs of standard deviations. */
  readonly means: readonly number[];
  readonly logSds: readonly number[];
  /** cells x cells by row (log sd) and column (mean); nothing of a coin. */
  readonly values: Float32Array;
}

/** Ends of the race: a racer that would leave them stays at the border. */
export const LIMITS = {
  mean: { low: -5, high: 5 },
  sd: { low: 0.1, high: 3 },
  theta: { low: 0.02, high: 0.98 },
} as const;

/** What the curves of kept runs are of in the part about draws; in a race they are of E f. */
export const VARIANCE = 'Variance of the score function';
