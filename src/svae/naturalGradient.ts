import type { GraphicalModel } from './graphicalModel.ts';

/** Halvings before a step is given up: 2^-24 of a step changes nothing a plot could show. */
const MAX_HALVINGS = 24;

/**
 * eta <- eta + rho * direction, in place. The second term of the natural gradient can point out of
 * the valid cone (nu > p - 1, Psi positive definite, kappa > 0), so the step is halved until it
 * stays inside; eta lies in the open cone, hence a short enough step always does.
 *
 * @param natural eta, length P
 * @param direction natural gradient, length P
 * @param stepSize rho
 * @param candidate scratch, length P
 * @returns the step size taken; 0 if none was valid, and then eta is unchanged
 */
export function naturalGradientStep(
  model: Pick<GraphicalModel<never, unknown>, 'validate'>,
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
