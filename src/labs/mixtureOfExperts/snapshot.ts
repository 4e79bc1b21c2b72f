/** What the page shows of a mixture of experts. N rows, K experts, G places. Figures per datum, in nats. */
import type { EmCourse, HalfStep } from '../shared/engine/emCourse.ts';
import type { AscentCheck } from '../shared/engine/halfSteps.ts';

export interface Expert {
  /** Counted from 0. */
  readonly id: number;
  /** Summed responsibilities. */
  readonly count: number;
  /** Coefficients of 1, x, x^2 ... in model units. */
  readonly coefficients: readonly number[];
  readonly deviation: number;
  /** Its part in the gate's softmax: offset + slope x, in model units. */
  readonly gate: { readonly offset: number; readonly slope: number };
}

export interface ExpertsSnapshot extends AscentCheck {
  readonly kind: 'mixture-of-experts';
  readonly rows: number;
  /** N x K: q as the last E-step left it; uniform before the first. */
  readonly responsibilities: Float32Array;
  /** N: most responsible expert, and its responsibility. */
  readonly assignments: Uint16Array;
  readonly confidence: Float32Array;
  readonly experts: readonly Expert[];
  /** Places along x that the curves below are taken at, from the least to the most x. */
  readonly x: Float32Array;
  /** G x K: what each expert predicts there, and the weight that the gate gives it. */
  readonly predictions: Float32Array;
  readonly gates: Float32Array;
  /** G: E[y | x], and the standard deviation of y given x. */
  readonly mean: Float32Array;
  readonly spread: Float32Array;
  /** log p(y | x) / N, and the bound: energy + entropy. */
  readonly logLikelihood: number;
  readonly freeEnergy: number;
  readonly energy: number;
  readonly entropy: number;
  /** There are no priors: 0. */
  readonly globalKl: 0;
  /** Experts are not edited. */
  readonly edited: false;
  /** KL(q(Z) || p(Z | X, Y, theta)) / N */
  readonly klGap: number;
  readonly nextHalf: HalfStep;
  readonly converged: boolean;
  readonly course: EmCourse;
}

/** An E-step for one row, in slow motion. */
export interface ExpertsQuery {
  readonly kind: 'point';
  readonly row: number;
}

export interface ExpertsInspection {
  readonly kind: 'point';
  readonly row: number;
  /** K each: q, log g_k(x) + log N(y | f_k(x), s_k^2), and what an E-step makes of it. */
  readonly responsibilities: readonly number[];
  readonly logJoint: readonly number[];
  readonly posterior: readonly number[];
  readonly logEvidence: number;
}
