/** Log-gamma and digamma, and their multivariate forms that normalise Wishart distributions. */
import digammaOf from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';

/** log |Gamma(x)|. */
export const lgamma: (x: number) => number = gammaln;

/** Derivative of log Gamma(x); NaN at its poles 0, -1, -2, ... */
export const digamma: (x: number) => number = digammaOf;

/**
 * log Gamma_p(x), the multivariate gamma function, finite for x > (p - 1) / 2:
 * p (p - 1) / 4 log pi + sum over i < p of log Gamma(x - i / 2).
 */
export function multivariateLogGamma(p: number, x: number): number {
  let sum = ((p * (p - 1)) / 4) * Math.log(Math.PI);
  for (let i = 0; i < p; i++) sum += lgamma(x - i / 2);
  return sum;
}

/** Derivative of `multivariateLogGamma` with respect to x. */
export function multivariateDigamma(p: number, x: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) sum += digamma(x - i / 2);
  return sum;
}
