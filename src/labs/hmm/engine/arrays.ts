/** Hidden Markov models as arrays in the units of the data, and from there back. */
import { type ColumnUnit, fromOwn, inOwnUnits } from '../../../datasets/columnUnits.ts';
import type { Sequence } from '../../../datasets/dataset.ts';
import { assignments } from '../../../inference/expectationMaximisation/responsibilities.ts';
import type { GaussianHmm } from '../../../inference/hiddenMarkov/gaussianEmissions.ts';
import type { NamedArrays } from '../../engine.ts';
import {
  float64,
  int32,
  requirePositive,
  rowsArrays,
  sharesOf,
  type Taken,
} from '../../shared/engine/arrays.ts';
import type { HmmFit } from './fit.ts';

export function thetaArrays({ theta, states: K }: HmmFit, { units }: Sequence) {
  const [{ scale }] = units;
  return {
    initial_probabilities: float64(theta.initial, K),
    transition_matrix: float64(theta.transition, K, K),
    means: float64(inOwnUnits(units, theta.means), K),
    variances: float64(
      theta.variances.map((value) => scale ** 2 * value),
      K,
    ),
  };
}

export function hmmArraysOf(fit: HmmFit, dataset: Sequence): NamedArrays {
  const { states: K, q, posterior } = fit;
  const { rows: T } = dataset;
  return {
    ...thetaArrays(fit, dataset),
    ...rowsArrays(dataset),
    q: float64(q.responsibilities, T, K),
    responsibilities: float64(posterior.responsibilities, T, K),
    assignments: int32(assignments(posterior.responsibilities, K), T),
    log_likelihood: float64([T * fit.figures().logLikelihood]),
  };
}

/** The parameters with what was changed, in model units. Throws a RangeError that names what is none. */
export function thetaWith(theta: GaussianHmm, taken: Taken, unit: ColumnUnit): GaussianHmm {
  const { initial_probabilities: initial, transition_matrix: transition } = taken;
  const { means, variances } = taken;
  const K = theta.means.length;
  if (variances) requirePositive('variances', variances);
  return {
    initial: initial ? sharesOf('initial_probabilities', initial, K) : theta.initial,
    transition: transition ? sharesOf('transition_matrix', transition, K) : theta.transition,
    means: means?.map((value) => fromOwn(unit, value)) ?? theta.means,
    variances: variances?.map((value) => value / unit.scale ** 2) ?? theta.variances,
  };
}
