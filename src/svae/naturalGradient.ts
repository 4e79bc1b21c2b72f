import type { GraphicalModel } from './graphicalModel.ts';

/** Below this the bound hardly knows the globals, and their gradient is all rounding. */
const LEAST_KL_WEIGHT = 1e-6;

export interface NaturalDirection {
  /** eta, length P. */
  readonly natural: Float64Array;
  /** eta_0, length P. */
  readonly prior: Float64Array;
  /** Length P: sufficient statistics expected under q, summed over the batch. */
  readonly statistics: Float64Array;
  /** Length P: total derivative of the loss per datum with respect to mu. */
  readonly dExpected: Float64Array;
  /** N */
  readonly dataRows: number;
  /** B */
  readonly batchRows: number;
  /** beta, the weight of both KL terms in the loss. */
  readonly klWeight: number;
  /** Whether to follow the globals through q(x) too: the second term of (3.20). */
  readonly fullNaturalGradient: boolean;
}

/**
 * Natural gradient of the whole data set's bound with respect to eta, up to the factor beta:
 * eta_0 - eta + N * (gradient of the per-datum bound with respect to mu). Without the second term
 * of (3.20) that gradient is the statistics alone (3.14). `out` has length P.
 */
export function naturalDirection(request: NaturalDirection, out: Float64Array): void {
  const { natural, prior, statistics, dExpected, dataRows, batchRows } = request;
  const fromStatistics = dataRows / batchRows;
  // Dividing by beta keeps the prior's pull at weight one; beta scales both KL terms alike.
  const fromGradient = -dataRows / Math.max(request.klWeight, LEAST_KL_WEIGHT);
  for (let i = 0; i < natural.length; i++) {
    const pull = request.fullNaturalGradient
      ? fromGradient * dExpected[i]
      : fromStatistics * statistics[i];
    out[i] = prior[i] - natural[i] + pull;
  }
}

/** Halvings before a step is given up: 2^-24 of a step changes nothing a plot could show. */
const MAX_HALVINGS = 24;

/**
 * eta <- eta + rho * direction, in place. The second term of the natural gradient can point out of
 * the valid cone (nu > p - 1, Psi positive definite, kappa > 0), so the step is halved until it
 * stays inside. Where eta lies so close to the edge that no step of a size worth taking does, none
 * is taken.
 *
 * @param natural eta, length P
 * @param direction natural gradient, length P
 * @param stepSize rho
 * @param candidate scratch, length P
 * @returns the step size taken; 0 if none was valid, and then eta is unchanged
 */
export function naturalGradientStep(
  model: Pick<GraphicalModel, 'validate'>,
  natural: Float64Array,
  direction: Float64Array,
  stepSize: number,
  candidate: Float64Array,
): number {
  let rho = stepSize;
  for (let halving = 0; halving <= MAX_HALVINGS; halving++, rho /= 2) {
    for (let i = 0; i < natural.length; i++) candidate[i] = natural[i] + rho * direction[i];
    if (model.validate(candidate).ok) {
      natural.set(candidate);
      return rho;
    }
  }
  return 0;
}
