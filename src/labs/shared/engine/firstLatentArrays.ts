/** The posterior of the first latent of a window as arrays, and one from arrays that were changed elsewhere. */
import type { NormalInverseWishart } from '../../../distributions/normalInverseWishart.ts';
import { float64, requireCovariances, requireMore, requirePositive, type Taken } from './arrays.ts';

export function firstLatentArrays(family: NormalInverseWishart, natural: Float64Array, at: number) {
  const d = family.layout.dimension;
  const { mean, kappa, psi, nu } = family.toStandard(natural, at);
  return {
    initial_mean: float64(mean, d),
    initial_covariance: float64(
      psi.map((value) => value / nu),
      d,
      d,
    ),
    initial_kappa: float64([kappa]),
    initial_nu: float64([nu]),
  };
}

/** Writes what was changed into eta, in place. */
export function takeFirstLatent(
  family: NormalInverseWishart,
  taken: Taken,
  natural: Float64Array,
  at: number,
): void {
  const d = family.layout.dimension;
  const { initial_mean, initial_covariance, initial_kappa, initial_nu } = taken;
  if (initial_covariance) requireCovariances('initial_covariance', initial_covariance, d);
  if (initial_kappa) requirePositive('initial_kappa', initial_kappa);
  if (initial_nu) requireMore('initial_nu', initial_nu, d - 1);
  const before = family.toStandard(natural, at);
  const nu = initial_nu?.[0] ?? before.nu;
  const covariance = initial_covariance ?? before.psi.map((value) => value / before.nu);
  family.fromStandard(
    {
      mean: initial_mean ?? before.mean,
      kappa: initial_kappa?.[0] ?? before.kappa,
      psi: covariance.map((value) => value * nu),
      nu,
    },
    natural,
    at,
  );
}
