/** Switching dynamics as arrays, and dynamics from arrays that were changed elsewhere. */
import { stateAt } from '../../../distributions/switchingDynamics.ts';
import {
  float64,
  joined,
  mirrored,
  requireCovariances,
  requireMore,
  requirePositive,
  sharesOf,
  type Taken,
} from '../../shared/engine/arrays.ts';
import { firstLatentArrays, takeFirstLatent } from '../../shared/engine/firstLatentArrays.ts';
import { LEAST_PROBABILITY, type SldsGlobals } from './globals.ts';

/** @param natural with its edits in */
export function switchingArrays(
  globals: SldsGlobals,
  natural: Float64Array,
  removed: readonly number[],
) {
  const { states: K, dimension: d, family } = globals;
  const { layout, initial, dynamics } = family;
  const steps = Array.from({ length: K }, (_, k) => globals.step(natural, k));
  const standards = steps.map((_, k) => dynamics.toStandard(natural, stateAt(layout, k)));
  const each = (values: readonly ArrayLike<number>[], ...shape: number[]) =>
    float64(joined(values), K, ...shape);
  return {
    initial_probabilities: float64(globals.initial(natural, removed), K),
    initial_counts: float64(natural.subarray(0, K), K),
    transition_matrix: float64(globals.chain(natural, removed), K, K),
    transition_counts: float64(natural.subarray(layout.chainAt, layout.chainAt + K * K), K, K),
    dynamics_matrices: each(
      steps.map(({ transition }) => transition),
      d,
      d,
    ),
    offsets: each(
      steps.map(({ offset }) => offset),
      d,
    ),
    noise_covariances: each(
      steps.map(({ noise }) => mirrored(noise, d)),
      d,
      d,
    ),
    column_covariances: each(
      standards.map(({ columns }) => columns),
      d + 1,
      d + 1,
    ),
    nu: each(standards.map(({ nu }) => [nu])),
    ...firstLatentArrays(initial, natural, layout.initialAt),
  };
}

/** Writes what was changed into eta, in place. Throws a RangeError that names what none can have. */
export function takeSwitching(globals: SldsGlobals, taken: Taken, natural: Float64Array): void {
  const { states: K, dimension: d, family } = globals;
  const { layout, initial, dynamics } = family;
  const { noise_covariances: noises, column_covariances: columns, nu } = taken;
  if (noises) requireCovariances('noise_covariances', noises, d);
  if (columns) requireCovariances('column_covariances', columns, d + 1);
  if (nu) requireMore('nu', nu, d - 1);
  takeCounts('initial_probabilities', 'initial_counts', taken, natural.subarray(0, K), K);
  const chain = natural.subarray(layout.chainAt, layout.chainAt + K * K);
  takeCounts('transition_matrix', 'transition_counts', taken, chain, K);
  for (let k = 0; k < K; k++) {
    const at = stateAt(layout, k);
    const before = dynamics.toStandard(natural, at);
    const degrees = nu?.[k] ?? before.nu;
    const of = (array: Float64Array, size: number) => array.subarray(k * size, (k + 1) * size);
    const noise = noises ? of(noises, d * d) : before.psi.map((value) => value / before.nu);
    dynamics.fromStandard(
      {
        transition: transitionOf(before.transition, taken, k, d),
        columns: columns ? of(columns, (d + 1) ** 2) : before.columns,
        psi: noise.map((value) => value * degrees),
        nu: degrees,
      },
      natural,
      at,
    );
  }
  takeFirstLatent(initial, taken, natural, layout.initialAt);
}

/** [A b] of a state, d x (d + 1). */
function transitionOf(before: Float64Array, taken: Taken, k: number, d: number): Float64Array {
  const { dynamics_matrices: matrices, offsets } = taken;
  return before.map((value, at) => {
    const [i, j] = [Math.floor(at / (d + 1)), at % (d + 1)];
    if (j === d) return offsets?.[k * d + i] ?? value;
    return matrices?.[(k * d + i) * d + j] ?? value;
  });
}

/** Rows of K counts: as they were given, or probabilities with as many counts as there were. */
function takeCounts(
  shares: string,
  counts: string,
  taken: Taken,
  natural: Float64Array,
  K: number,
): void {
  if (taken[counts]) {
    requirePositive(counts, taken[counts]);
    natural.set(taken[counts]);
  }
  if (!taken[shares]) return;
  const wanted = sharesOf(shares, taken[shares], K);
  for (let from = 0; from < natural.length; from += K) {
    let total = 0;
    for (let k = from; k < from + K; k++) total += natural[k];
    for (let k = from; k < from + K; k++)
      natural[k] = Math.max(LEAST_PROBABILITY, total * wanted[k]);
  }
}
