/**
 * What the importance-weighted bound approximates the posterior by: draw K times from q, choose one
 * draw by its weight. Its density on average over the other draws is
 *
 *   q_IW(z) = q(z) E[ w(z) / ((w(z) + w_2 + ... + w_K) / K) ]
 *
 * (Cremer et al. 2017), and with 1 / S as the integral over t > 0 of e^-(t S) it is an integral over
 * the transform of one weight. Nothing is sampled.
 */
import { logTimeAt, TABLE_STEP, type WeightTransform } from './exactBound.ts';
import { logWeightAt } from './linearGaussianDatum.ts';

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/** Smaller exponents are left out. */
const LEAST = -30;

/**
 * @param samples K >= 1
 * @returns the density at a place
 */
export function implicitDensityAt(
  { datum, logEvidence, logPhi }: WeightTransform,
  samples: number,
): (z: number) => number {
  const { mean, sd } = datum.q;
  const others = logPhi.map((log) => (samples - 1) * log);
  return (z) => {
    const logQ = -(((z - mean) / sd) ** 2) / 2 - Math.log(sd) - HALF_LOG_TWO_PI;
    if (samples === 1) return Math.exp(logQ);
    const logWeight = logWeightAt(datum, z) - logEvidence;
    let sum = 0;
    for (let i = 0; i < others.length; i++) {
      const log = logTimeAt(i) + logWeight;
      if (log < LEAST) continue;
      // t w e^-(t w) is nothing from here on.
      if (log > 4) break;
      sum += Math.exp(log - Math.exp(log) + others[i]);
    }
    return samples * TABLE_STEP * sum * Math.exp(logQ);
  };
}
