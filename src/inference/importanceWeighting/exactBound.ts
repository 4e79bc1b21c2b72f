/**
 * The importance-weighted bound L_K = E log(1/K sum of w_k) (notes (9.34); Burda et al. 2016) without
 * sampling. For positive S with E S = 1
 *
 *   E log S = integral over t > 0 of (e^-t - E e^(-t S)) / t,
 *
 * and of an average of K independent weights the transform is phi(t / K)^K, with phi that of one
 * weight. With v = log(t / K) one table of phi serves all K.
 */
import { type LinearGaussianDatum, logEvidence, logWeightAt } from './linearGaussianDatum.ts';

/** Ends and step of v. Below them e^v is nothing; above them phi is nothing, but for very odd q. */
const LOW = -46;
const HIGH = 80;
const STEP = 0.1;
/** Noise of a draw, in standard deviations: sums over it are as good as integrals. */
const REACH = 12;
const PLACES = 961;

/** log phi(e^v) for one datum, made once. */
export interface WeightTransform {
  readonly logEvidence: number;
  readonly logPhi: Float64Array;
}

const at = (i: number) => LOW + STEP * i;
const COUNT = Math.round((HIGH - LOW) / STEP) + 1;

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
  const logPhi = new Float64Array(COUNT);
  for (let i = 0; i < COUNT; i++) {
    let sum = 0;
    for (let j = 0; j < PLACES; j++)
      sum += shares[j] * Math.expm1(-Math.exp(at(i) + logWeights[j]));
    // phi - 1, which is near 0 for small t: its digits count.
    logPhi[i] = Math.log1p(Math.max(-1, sum / whole));
  }
  return { logEvidence: evidence, logPhi };
}

/** @param samples K >= 1 */
export function importanceWeightedBound(
  { logEvidence: evidence, logPhi }: WeightTransform,
  samples: number,
): number {
  let sum = 0;
  for (let i = 0; i < COUNT; i++)
    sum += Math.exp(-samples * Math.exp(at(i))) - Math.exp(samples * logPhi[i]);
  return evidence + STEP * sum;
}
