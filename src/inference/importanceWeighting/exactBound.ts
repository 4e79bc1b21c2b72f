/**
 * The importance-weighted bound L_K = E log(1/K sum of w_k) (notes (9.34); Burda et al. 2016) without
 * sampling. For positive S with a finite E |log S|
 *
 *   E log S = integral over t > 0 of (e^-t - E e^(-t S)) / t,
 *
 * whether or not S has a second moment. The average of K independent weights has the Laplace
 * transform phi(t / K)^K, where phi is the transform of one weight. With v = log(t / K) one table of
 * log phi(e^v) serves all K.
 */
import { type LinearGaussianDatum, logEvidence, logWeightAt } from './linearGaussianDatum.ts';

/** The table begins where e^v is negligible for K up to 10^4, and ends where phi is below e^-40. */
const LOWEST = -46;
const STEP = 0.1;
const LEAST_LOG_PHI = -40;
/** Noise of a draw, in standard deviations. Sums over its grid have the accuracy of integrals. */
const REACH = 12;
const PLACES = 961;

/** log phi(e^v) for one datum, made once. The weights are divided by p(x). */
export interface WeightTransform {
  /** log p(x) */
  readonly logEvidence: number;
  /** log phi(e^v) at v = LOWEST + STEP * i */
  readonly logPhi: readonly number[];
}

const at = (i: number) => LOWEST + STEP * i;

export function weightTransform(datum: LinearGaussianDatum): WeightTransform {
  const { mean, sd } = datum.q;
  const evidence = logEvidence(datum);
  const shares = new Float64Array(PLACES);
  const logWeights = new Float64Array(PLACES);
  let whole = 0;
  for (let j = 0; j < PLACES; j++) {
    const e = REACH * ((2 * j) / (PLACES - 1) - 1);
    shares[j] = Math.exp((-e * e) / 2);
    whole += shares[j];
    logWeights[j] = logWeightAt(datum, mean + sd * e) - evidence;
  }
  const logPhi = [0];
  // A q that is wide for the posterior has weights near 0, and a long table.
  for (let i = 0; logPhi[i] > LEAST_LOG_PHI; i++) {
    let sum = 0;
    for (let j = 0; j < PLACES; j++)
      sum += shares[j] * Math.expm1(-Math.exp(at(i + 1) + logWeights[j]));
    // phi - 1, which is near 0 for small t: its digits count.
    logPhi.push(Math.log1p(Math.max(-1, sum / whole)));
  }
  return { logEvidence: evidence, logPhi };
}

/**
 * @param samples K >= 1
 * @returns L_K in nats
 */
export function importanceWeightedBound(
  { logEvidence: evidence, logPhi }: WeightTransform,
  samples: number,
): number {
  let sum = 0;
  logPhi.forEach((log, i) => {
    sum += Math.exp(-samples * Math.exp(at(i))) - Math.exp(samples * log);
  });
  return evidence + STEP * sum;
}
