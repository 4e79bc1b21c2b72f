/**
 * What the page shows of an SVAE-SLDS. T steps shown, D data dimension, d latent dimension, K states,
 * counted from 0. State z_t says how x_t comes from x_t-1; step 0 has none, and its row repeats that
 * of step 1.
 */
import type { HalfSweep } from '../../inference/switchingLinearDynamics/trace.ts';
import type { Eigenvalue } from '../../math/eigenvalues.ts';
import type { SeriesSnapshot } from '../shared/data/seriesSnapshot.ts';

/** A state, with edits. */
export interface SldsState {
  readonly id: number;
  /** d x d row-major: E[A_k]. */
  readonly transition: readonly number[];
  /** d: E[b_k]. */
  readonly offset: readonly number[];
  /** d x d: noise of a step. */
  readonly noise: readonly number[];
  /** Of E[A_k], by falling modulus, conjugates side by side. */
  readonly eigenvalues: readonly Eigenvalue[];
  readonly spectralRadius: number;
  /** Steps of a full turn of the complex pair that lasts longest; null without one. */
  readonly period: number | null;
  /** Mean number of steps until it is left, 1 / (1 - E[P_kk]). */
  readonly dwell: number;
  /** Share of all steps it has learned from, 0..1. */
  readonly share: number;
  /** Painted steps that it has learned from. */
  readonly taught: number;
  readonly removed: boolean;
}

export interface SvaeSldsSnapshot extends SeriesSnapshot {
  readonly kind: 'svae-slds';
  /** T x D: standard deviation of the decoded samples around their mean. */
  readonly spread: Float32Array;
  /** F x T x D: decoded samples one by one, as many as the view asks for with `fan`. */
  readonly fan: Float32Array;
  /** F x T: the sampled states behind them. */
  readonly fanStates: Uint8Array;
  readonly fanCount: number;
  /** K, and each of them. */
  readonly stateCount: number;
  readonly states: readonly SldsState[];
  /** K x K row-major: E[P_jk], with edits. */
  readonly chain: readonly number[];
  /** K: E[pi_k]. */
  readonly initial: readonly number[];
  /** T x K: q(z_t); where the input has ended, shares of the sampled chains. */
  readonly responsibilities: Float32Array;
  /** T: the likeliest state of each step. */
  readonly assignments: Uint8Array;
  /** T: the true state of each step; null where it is not known. */
  readonly truth: Int32Array | null;
  /** K: the true state that each state goes with, -1 where none is left; null where truth is not known. */
  readonly matched: readonly number[] | null;
  /** Steps that were painted by hand: T, the state, or -1. */
  readonly painted: Int32Array;
  /** Of the steps shown that are seen, where the truth is known. */
  readonly scores: {
    readonly accuracy: number;
    readonly adjustedRandIndex: number;
    /** The same of inference with the true parameters. */
    readonly oracleAdjustedRandIndex: number | null;
  } | null;
  /** Steps of a full turn in each true state; null where that is not known. */
  readonly truePeriods: readonly number[] | null;
  /** Where the schedule is: networks learn as those of a VAE, or states have begun. */
  readonly phase: 'warm-up' | 'states';
  /** The change a copy is trying out, in words; null where none is. */
  readonly onTrial: string | null;
}

export type SvaeSldsQuery =
  /** Slow motion: half-sweeps of inference on a few steps, from the start that the picture has. */
  | {
      readonly kind: 'sweeps';
      /** Step of the picture that the stretch begins with, and its length, at least 3. */
      readonly from: number;
      readonly steps: number;
      /** How many sweeps, each of a z step and an x step. */
      readonly sweeps: number;
    }
  /** All K^(T-1) paths of a few steps, summed exactly, beside mean field. */
  | { readonly kind: 'paths'; readonly from: number; readonly steps: number };

export interface SweepsInspection {
  readonly kind: 'sweeps';
  readonly from: number;
  readonly steps: number;
  /** Whether they begin from latents inferred apart from each other; otherwise from even shares. */
  readonly startsApart: boolean;
  readonly halves: readonly HalfSweep[];
}

export interface PathsInspection {
  readonly kind: 'paths';
  readonly from: number;
  readonly steps: number;
  /** (T-1) x K: p(z_t | all evidence), summed over all paths, and that of mean field. */
  readonly exact: Float32Array;
  readonly meanField: Float32Array;
  /** Log-sum of all paths in nats, and its bound by mean field, which is at most as high. */
  readonly logEvidence: number;
  readonly bound: number;
  /** The likeliest paths, highest first: T-1 states each, with exact and mean-field probability. */
  readonly best: readonly {
    readonly path: readonly number[];
    readonly probability: number;
    readonly meanField: number;
  }[];
  /** K^(T-1) */
  readonly paths: number;
}

export type SvaeSldsInspection = SweepsInspection | PathsInspection;
