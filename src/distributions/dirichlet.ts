import { digamma, lgamma } from '../math/specialFunctions.ts';
import { OK, type Status } from '../math/status.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';

/**
 * Dirichlet distribution over K mixing weights pi (thesis, appendix D.5).
 *
 * The natural parameters are the concentrations alpha themselves, paired with t(pi) = log pi under
 * the base measure prod 1 / pi_k: an observed label adds 1 to its alpha.
 */
export function createDirichlet(components: number): ExponentialFamily {
  const validate = (alpha: Float64Array, at: number): Status => {
    for (let k = 0; k < components; k++) {
      const value = alpha[at + k];
      if (!(value > 0 && value < Infinity))
        return { ok: false, what: 'concentration of a mixing weight', value, index: k };
    }
    return OK;
  };

  return {
    length: components,
    validate,

    /** E[log pi_k] = digamma(alpha_k) - digamma(sum alpha). */
    expectedStatistics(alpha, at, out, outAt) {
      const status = validate(alpha, at);
      if (!status.ok) return status;
      const total = digamma(concentration(alpha, at, components));
      for (let k = 0; k < components; k++) out[outAt + k] = digamma(alpha[at + k]) - total;
      return OK;
    },

    logNormaliser(alpha, at) {
      if (!validate(alpha, at).ok) return Number.NaN;
      let sum = -lgamma(concentration(alpha, at, components));
      for (let k = 0; k < components; k++) sum += lgamma(alpha[at + k]);
      return sum;
    },

    kl(alpha, at, other, otherAt) {
      if (!validate(alpha, at).ok || !validate(other, otherAt).ok) return Number.NaN;
      const total = concentration(alpha, at, components);
      const digammaTotal = digamma(total);
      let sum = lgamma(total) - lgamma(concentration(other, otherAt, components));
      for (let k = 0; k < components; k++) {
        const [a, b] = [alpha[at + k], other[otherAt + k]];
        sum += lgamma(b) - lgamma(a) + (a - b) * (digamma(a) - digammaTotal);
      }
      return sum;
    },
  };
}

function concentration(alpha: Float64Array, at: number, components: number): number {
  let sum = 0;
  for (let k = 0; k < components; k++) sum += alpha[at + k];
  return sum;
}
