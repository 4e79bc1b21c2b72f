/**
 * The contract between the training step (Algorithm 1 of the thesis) and the graphical model
 * inside it. The trainer knows nothing but this page; a mixture, a linear dynamical system, a
 * hidden Markov model move in by implementing it.
 *
 * Dimension letters, used in `svae/` and the engines of labs:
 *   N  rows of the data set          B  rows of a batch
 *   d  latent dimension              P  length of the flattened global parameters
 *
 * Global parameters are ONE flat vector of natural parameters eta (length P). The vector of
 * expected statistics mu = E_q(theta)[t(theta)] has the same layout, so that <statistics, mu> is
 * the expected log-density of the local variables and eta + statistics is a Bayesian update.
 * For exponential families the natural gradient with respect to eta is the plain gradient with
 * respect to mu (thesis 3.14 with 3.21), which is why `backward` speaks of mu.
 */
import type { Random } from '../math/random.ts';
import type { Status } from '../math/status.ts';
import type { NodePotentials } from '../networks/nodePotential.ts';
import type { SeveralDraws } from './severalDraws.ts';

export type { Status } from '../math/status.ts';

/** One call of local inference. */
export interface InferenceRequest {
  readonly potentials: NodePotentials;
  /** mu, length P: expected statistics of the globals. */
  readonly expected: Float64Array;
  /** B x d standard normal draws that turn q(x) into one sample per row. */
  readonly noise: Float64Array;
  /** B data-set rows the potentials belong to: the key of warm starts. */
  readonly rows: Int32Array;
  /** Consecutive rows that form one sequence; 1 where rows are independent. Divides B. */
  readonly sequenceLength: number;
}

/** Gradients that enter `LocalInference.backward`. */
export interface LocalGradients {
  /** B x d, gradient of the loss with respect to the samples. */
  readonly dSamples: Float64Array;
  /** Weight of the batch's local KL in the loss. */
  readonly dLocalKl: number;
}

/** Gradients that leave it. */
export interface InferenceGradients {
  /** Like the potentials' precision: B x d, or where potentials are full B x d x d. */
  readonly dPrecision: Float64Array;
  /** B x d */
  readonly dLinear: Float64Array;
  /**
   * Length P, the TOTAL derivative with respect to mu: through q(x) and explicitly through the
   * local KL. With dLocalKl = 1 and dSamples = 0, minus this is statistics + (what moves q).
   */
  readonly dExpected: Float64Array;
}

/**
 * The optimal local factor q*(x) and what the trainer needs of it. The arrays belong to the model
 * and hold until the next call of `infer`; nothing is allocated per step.
 */
export interface LocalInference {
  readonly status: Status;
  /** B x d, one reparameterised draw of q(x) per row. */
  readonly samples: Float64Array;
  /** Length P: sufficient statistics expected under q, summed over the batch. */
  readonly statistics: Float64Array;
  /** E_q(theta) KL(q(local) || p(local | theta)) summed over the batch, in nats; >= 0. */
  readonly localKl: number;
  /** Exact adjoint of everything above. Call at most once, before the next `infer`. */
  backward(gradients: LocalGradients): InferenceGradients;
  /**
   * Several draws of each row's factor in place of one; absent where a model does not offer that.
   *
   * @param noise (B * draws) x d standard normal draws, those of one row together
   */
  drawSeveral?(noise: Float64Array, draws: number): SeveralDraws;
}

/** A structural change a model proposes; the search keeps it only if the bound rises, or falls by less than its credit. */
export interface Proposal {
  /** 'merge', 'split', ... */
  readonly kind: string;
  /** What is changed, as the subject of a sentence: "Merging cluster 3 into cluster 7". */
  readonly label: string;
  /** Whole number that tells this change from the others of the model: the key of what was tried. */
  readonly key: number;
  /** Change of the bound to expect if every q(x) stays as it is, in nats per datum. */
  readonly expectedGain: number;
  /** What speaks for the change, or against it, beside the bound. */
  readonly credit?: Credit;
  /** What is said besides once the change is kept, as a sentence. */
  readonly afterwards?: string;
  /** Whether the change needs many hundred steps to pay, and is worth them: it gets the longest trial, and goes first in it. */
  readonly bold?: true;
  /** Makes the change in eta (length P), in place; the running average of eta goes through it too. */
  apply(natural: Float64Array): void;
  /** Takes the warm starts of all rows along. */
  moveWarmStarts(): void;
}

export interface Credit {
  /** In nats per datum: so much may the change cost, or, where this is negative, so much must it bring. */
  readonly nats: number;
  /** Where a change with a credit leads, and one with a negative credit leads away from, in words. */
  readonly aim: string;
}

/** A graphical model over latents. */
export interface GraphicalModel {
  readonly latentDimension: number;
  /** P */
  readonly parameterLength: number;
  /** eta_0, length P. */
  readonly prior: Float64Array;
  /**
   * Starting eta.
   *
   * @param encodings the encoder's first guess: N x d means of the node potentials
   */
  initialise(encodings: () => Float64Array, random: Random): Float64Array;
  /** mu = E_q(theta)[t(theta)] into `out` (length P). */
  expectedStatistics(natural: Float64Array, out: Float64Array): Status;
  /** KL(q(theta) || p(theta)) in nats, >= 0. */
  globalKl(natural: Float64Array): number;
  /** Whether eta lies in the valid cone; the natural-gradient step is shortened until it does. */
  validate(natural: Float64Array): Status;
  infer(request: InferenceRequest): LocalInference;
  /** State that must survive a checkpoint for the run to go on bit for bit (warm starts). */
  saveState(): Float64Array;
  /** Throws a RangeError when `state` has another length than `saveState` gives. */
  restoreState(state: Float64Array): void;
  /**
   * Structural changes worth a thought, highest expected gain first; absent where a model has none.
   * Called right after `infer`, whose local factors it may look at.
   */
  propose?(): readonly Proposal[];
}
