/** log p(x) = ELBO + KL(q || p(. | x)) for a posterior on the line. */
import { createQuadrature, integrate } from '../../math/quadrature.ts';
import { type Density, logDensity } from './density.ts';
import { jointEdges, largestUncovered } from './divergences.ts';

export interface EvidenceSplit {
  /** log p(x), the log of the integral of the joint. */
  readonly logEvidence: number;
  /** E_q[log p(x, z)]: all that is asked of the model, without its normaliser. */
  readonly energy: number;
  /** Entropy of q. */
  readonly entropy: number;
  /** energy + entropy */
  readonly elbo: number;
  /** KL(q || p(z | x)), from the normalised posterior; what the ELBO lacks of the evidence. */
  readonly kl: number;
}

/**
 * @param posterior p(z | x)
 * @param logEvidence log p(x); the joint is the posterior times p(x)
 */
export function splitEvidence(posterior: Density, logEvidence: number, q: Density): EvidenceSplit {
  if (largestUncovered(q, posterior))
    return {
      logEvidence,
      energy: -Infinity,
      entropy: q.entropy,
      elbo: -Infinity,
      kl: Infinity,
    };
  const [energy, kl] = integrate(
    createQuadrature(2),
    (z, out) => {
      const logQ = logDensity(q, z);
      const density = Math.exp(logQ);
      const logP = logDensity(posterior, z);
      out[0] = density > 0 ? density * (logP + logEvidence) : 0;
      out[1] = density > 0 ? density * (logQ - logP) : 0;
    },
    jointEdges(posterior, q),
  );
  return { logEvidence, energy, entropy: q.entropy, elbo: energy + q.entropy, kl };
}
