/** What families over a covariance share: S ~ IW(Psi, nu), p x p, with nu > p - 1. */
import { multivariateDigamma, multivariateLogGamma } from '../math/specialFunctions.ts';

/** E[log det S], from log det Psi. The sign of the thesis's (D.25) is corrected. */
export function expectedLogDeterminant(p: number, nu: number, logDetPsi: number): number {
  return logDetPsi - p * Math.LN2 - multivariateDigamma(p, nu / 2);
}

/** log of the integral of |S|^(-(nu + p + 1) / 2) exp(-tr(Psi S^-1) / 2), from log det Psi. */
export function inverseWishartLogNormaliser(p: number, nu: number, logDetPsi: number): number {
  return ((nu * p) / 2) * Math.LN2 + multivariateLogGamma(p, nu / 2) - (nu / 2) * logDetPsi;
}

/**
 * KL(IW(Psi, nu) || IW(PsiOther, nuOther)) in nats.
 *
 * @param trace tr(Psi^-1 PsiOther)
 */
export function inverseWishartKl(
  p: number,
  nu: number,
  logDetPsi: number,
  nuOther: number,
  logDetPsiOther: number,
  trace: number,
): number {
  return (
    (nuOther / 2) * (logDetPsi - logDetPsiOther) +
    (nu / 2) * (trace - p) +
    multivariateLogGamma(p, nuOther / 2) -
    multivariateLogGamma(p, nu / 2) +
    ((nu - nuOther) / 2) * multivariateDigamma(p, nu / 2)
  );
}
