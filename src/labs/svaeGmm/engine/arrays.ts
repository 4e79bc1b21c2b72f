/** Clusters as arrays, and clusters from arrays that were changed elsewhere. */
import { blockAt } from '../../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../../distributions/normalInverseWishart.ts';
import {
  float64,
  int32,
  joined,
  requireCovariances,
  requireMore,
  requirePositive,
  sharesOf,
  type Taken,
} from '../../shared/engine/arrays.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import type { MixtureGlobals } from './globals.ts';

/** A Dirichlet has no cluster of weight 0. */
const LEAST_CONCENTRATION = 1e-3;

export function clusterArrays(
  globals: MixtureGlobals,
  natural: Float64Array,
  edits: readonly SvaeGmmEdit[],
) {
  const { clusters: K, dimension: d, layout } = globals;
  const niw = createNormalInverseWishart(d);
  const edited = globals.withEdits(natural, edits);
  const summary = globals.summary(natural, edits, new Float64Array(K));
  const standards = summary.map((_, k) => niw.toStandard(edited, blockAt(layout, k)));
  return {
    weights: float64(
      summary.map(({ weight }) => weight),
      K,
    ),
    means: float64(joined(summary.map(({ mean }) => mean)), K, d),
    covariances: float64(joined(summary.map(({ covariance }) => covariance)), K, d, d),
    alpha: float64(edited.subarray(0, K), K),
    kappa: float64(
      standards.map(({ kappa }) => kappa),
      K,
    ),
    nu: float64(
      standards.map(({ nu }) => nu),
      K,
    ),
    removed: int32(
      summary.map(({ removed }) => Number(removed)),
      K,
    ),
  };
}

/**
 * Writes what was changed into eta, in place. Where the concentrations are not among it, weights keep
 * their sum.
 */
export function takeClusters(globals: MixtureGlobals, taken: Taken, natural: Float64Array): void {
  const { clusters: K, dimension: d, layout } = globals;
  const { weights, means, covariances, alpha, kappa, nu } = taken;
  const niw = createNormalInverseWishart(d);
  if (covariances) requireCovariances('covariances', covariances, d);
  if (kappa) requirePositive('kappa', kappa);
  if (nu) requireMore('nu', nu, d - 1);
  for (let k = 0; k < K; k++) {
    const at = blockAt(layout, k);
    const before = niw.toStandard(natural, at);
    const degrees = nu?.[k] ?? before.nu;
    // Ψ / ν is the covariance, whether or not ν is another.
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
