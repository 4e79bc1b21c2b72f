/** The posterior of a mixture as arrays, and one from arrays that were changed elsewhere. */
import { blockAt, type MixtureLayout } from '../../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../../distributions/normalInverseWishart.ts';
import {
  float64,
  requireCovariances,
  requireMore,
  requirePositive,
  sharesOf,
  type Taken,
} from './arrays.ts';

/** A Dirichlet has no cluster of weight 0. */
const LEAST_CONCENTRATION = 1e-3;

/** alpha of the weights, kappa and nu of the clusters; see `posteriorTable`. */
export function posteriorArrays(layout: MixtureLayout, natural: Float64Array) {
  const { components: K, niw } = layout;
  const each = (offset: number) =>
    float64(
      Array.from({ length: K }, (_, k) => natural[blockAt(layout, k) + offset]),
      K,
    );
  return {
    alpha: float64(natural.subarray(0, K), K),
    kappa: each(niw.count),
    nu: each(niw.degrees),
  };
}

/**
 * Writes what was changed into eta, in place: means, covariances (Psi / nu), weights, alpha, kappa
 * and nu. Where the concentrations are not among it, weights keep their sum. Throws a RangeError that
 * names what no posterior can have.
 */
export function takePosterior(layout: MixtureLayout, taken: Taken, natural: Float64Array): void {
  const { components: K, dimension: d } = layout;
  const { weights, means, covariances, alpha, kappa, nu } = taken;
  const niw = createNormalInverseWishart(d);
  if (covariances) requireCovariances('covariances', covariances, d);
  if (kappa) requirePositive('kappa', kappa);
  if (nu) requireMore('nu', nu, d - 1);
  for (let k = 0; k < K; k++) {
    const at = blockAt(layout, k);
    const before = niw.toStandard(natural, at);
    const degrees = nu?.[k] ?? before.nu;
    const covariance =
      covariances?.subarray(k * d * d, (k + 1) * d * d) ??
      before.psi.map((value) => value / before.nu);
    niw.fromStandard(
      {
        mean: means?.subarray(k * d, (k + 1) * d) ?? before.mean,
        kappa: kappa?.[k] ?? before.kappa,
        psi: Float64Array.from(covariance, (value) => value * degrees),
        nu: degrees,
      },
      natural,
      at,
    );
  }
  if (alpha) {
    requirePositive('alpha', alpha);
    natural.set(alpha);
  }
  if (!weights) return;
  const shares = sharesOf('weights', weights, K);
  const total = natural.subarray(0, K).reduce((sum, value) => sum + value, 0);
  for (let k = 0; k < K; k++) natural[k] = Math.max(LEAST_CONCENTRATION, total * shares[k]);
}
