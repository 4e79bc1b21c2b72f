/** What the page shows of an SVAE-LDS. T steps shown, D data dimension, d latent dimension. */
import type { TracedStep } from '../../inference/kalman/trace.ts';
import type { Eigenvalue } from '../../math/eigenvalues.ts';
import type { PowerSpectrum } from '../../math/powerSpectrum.ts';
import type { SeriesSnapshot } from '../shared/data/seriesSnapshot.ts';
import type { SvaeLdsEdit } from './edits.ts';
import type { Rotation } from './engine/rotations.ts';

export interface SvaeLdsSnapshot extends SeriesSnapshot {
  readonly kind: 'svae-lds';
  /** T x D: standard deviation of the decoded samples around it; null unless asked for. */
  readonly spread: Float32Array | null;
  /** T x D: one decoded sample; null unless asked for. */
  readonly sample: Float32Array | null;
  /** T x d: the states it was decoded from, scaled and shifted; null unless a sample is asked for. */
  readonly sampleLatents: Float32Array | null;
  /** d x d row-major, with edits: what x_t+1 is expected to be is this times x_t. */
  readonly transition: readonly number[];
  /** d x d: noise of a step. */
  readonly noise: readonly number[];
  /** By falling modulus, conjugates side by side; with edits. */
  readonly eigenvalues: readonly Eigenvalue[];
  /** Complex pairs of the learned transition, without edits, in the order edits count them. */
  readonly rotations: readonly Rotation[];
  /**
   * d: share of its angle that the first of them gains for every share that a column of the learned
   * transition does, to first order; empty without a pair.
   */
  readonly columnInfluence: readonly number[];
  /** Pairs that edits turn and that are not among them at present: these edits wait. */
  readonly absentPairs: readonly number[];
  /** Largest modulus; above 1 the system runs away. */
  readonly spectralRadius: number;
  /**
   * Period of samples of the prediction after the input has ended, or of all of it where fewer than 50
   * steps are left then; in steps, null where nothing repeats.
   */
  readonly period: number | null;
  readonly truePeriod: number | null;
  /** Period of the rows for training, measured in the same way; null where nothing repeats, and for generated data. */
  readonly trainingPeriod: number | null;
  /** Of the same samples and steps of the prediction as the period. */
  readonly spectrum: PowerSpectrum;
  /** As `errors.ahead`, of forecasts that repeat the last value or the last period; null for generated data. */
  readonly naiveErrors: {
    readonly lastValue: number | null;
    /** Null where no period is known. */
    readonly seasonal: number | null;
  } | null;
}

export type SvaeLdsQuery =
  /** Figure 6.6: errors with one latent times each factor, over several draws. */
  | {
      readonly kind: 'latentScaling';
      readonly latent: number;
      readonly factors: readonly number[];
      readonly runs: number;
    }
  /** Figure 6.9: period and motion with one column of the transition times each factor. */
  | { readonly kind: 'columnScan'; readonly column: number; readonly factors: readonly number[] }
  /**
   * The edits in force, lowered so far that nothing grows any more. What was learned may lie as far
   * out as `nextTo`, a spectral radius of at least 1.
   */
  | { readonly kind: 'stableEdits'; readonly nextTo: number }
  /** Figures B.1 to B.3: a small example with known truth, whatever the model has learned. */
  | {
      readonly kind: 'tracking';
      readonly steps: number;
      /** Standard deviation of what is seen, > 0. */
      readonly noise: number;
      /** Steps from..to-1 at which nothing is seen. */
      readonly hidden: readonly [from: number, to: number];
      readonly seed: number;
    };

export interface LatentScalingInspection {
  readonly kind: 'latentScaling';
  readonly latent: number;
  /** Mean squared error of the reconstruction of what was seen, mean and standard deviation. */
  readonly errors: readonly {
    readonly factor: number;
    readonly mean: number;
    readonly deviation: number;
  }[];
}

export interface ColumnScanInspection {
  readonly kind: 'columnScan';
  readonly column: number;
  readonly points: readonly {
    readonly factor: number;
    readonly period: number | null;
    readonly spectralRadius: number;
    /** Share of the motion that is left at the end of the steps shown; null where few are predicted. */
    readonly motion: number | null;
  }[];
}

export interface StableEditsInspection {
  readonly kind: 'stableEdits';
  readonly edits: readonly SvaeLdsEdit[];
}

export interface TrackingInspection {
  readonly kind: 'tracking';
  /** 2 x 2 */
  readonly transition: readonly number[];
  /** Potential of two neighbouring states (B.13 to B.15), 2 x 2 each. */
  readonly pair: {
    readonly J11: readonly number[];
    readonly J12: readonly number[];
    readonly J22: readonly number[];
  };
  /** steps x 2: where the state really was. */
  readonly truth: readonly (readonly number[])[];
  /** What was seen of its first coordinate; null where nothing was. */
  readonly observations: readonly (number | null)[];
  readonly steps: readonly TracedStep[];
}

export type SvaeLdsInspection =
  | LatentScalingInspection
  | ColumnScanInspection
  | StableEditsInspection
  | TrackingInspection;
