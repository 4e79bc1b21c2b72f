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

/** The table begins where e^v is negligible for K up to 10^4. */
const LOWEST = -46;
/** Rows to a doubling of e^v: from a row to the one that many later, exponentials are squared. */
export const DOUBLING = 7;
/** An integral over v is a sum over the table times this. */
export const TABLE_STEP = Math.LN2 / DOUBLING;
/** Numbers closer to 0 have lost digits. */
const LEAST_LESS = -1e-280;

/** Places of the noise of a draw. Sums over them have the accuracy of integrals. */
export interface NoiseGrid {
  /** Standard deviations. */
  readonly noise: Float64Array;
  /** e^(-noise^2 / 2), and its sum. */
  readonly density: Float64Array;
  readonly whole: number;
  /** The table ends where phi is below its exponential. */
  readonly leastLogPhi: number;
}

function noiseGrid(reach: number, places: number, leastLogPhi: number): NoiseGrid {
  const noise = Float64Array.from(
    { length: places },
    (_, j) => reach * ((2 * j) / (places - 1) - 1),
  );
  const density = noise.map((e) => Math.exp((-e * e) / 2));
  return { noise, density, whole: density.reduce((sum, one) => sum + one, 0), leastLogPhi };
}

/** Twelve digits, and seven for what is drawn while something is dragged. */
const FINE = noiseGrid(12, 961, -40);
export const QUICK = noiseGrid(8, 401, -20);

/** log phi(e^v) for one datum, made once. The weights are divided by p(x). */
export interface WeightTransform {
  readonly datum: LinearGaussianDatum;
  /** log p(x) */
  readonly logEvidence: number;
  /** log phi(e^v) at v = logTimeAt(i) */
  readonly logPhi: readonly number[];
}

export const logTimeAt = (i: number) => LOWEST + TABLE_STEP * i;

/** log w - log p(x) at each place of the noise. */
export const relativeLogWeights = (datum: LinearGaussianDatum, { noise }: NoiseGrid) => {
  const evidence = logEvidence(datum);
  return noise.map((e) => logWeightAt(datum, datum.q.mean + datum.q.sd * e) - evidence);
};

export function weightTransform(datum: LinearGaussianDatum, grid = FINE): WeightTransform {
  const { density, whole, leastLogPhi } = grid;
  const logWeights = relativeLogWeights(datum, grid);
  // e^-(t w) - 1 for the rows of one doubling.
  const rows = Array.from({ length: DOUBLING }, (_, i) =>
    logWeights.map((log) => Math.expm1(-Math.exp(logTimeAt(i) + log))),
  );
  const logPhi: number[] = [];
  // A q that is wide for the posterior has weights near 0, and a long table.
  for (let i = 0; i === 0 || logPhi[i - 1] > leastLogPhi; i++) {
    const row = rows[i % DOUBLING];
    let sum = 0;
    for (let j = 0; j < row.length; j++) {
      const less = row[j];
      sum += density[j] * less;
      // (e^-y)^2 - 1 from e^-y - 1, to its last digits where y is small, too; not where it underflows.
      row[j] =
        less < LEAST_LESS
          ? less + less * (1 + less)
          : Math.expm1(-Math.exp(logTimeAt(i + DOUBLING) + logWeights[j]));
    }
    // phi - 1, which is near 0 for small t: its digits count.
    logPhi.push(Math.log1p(Math.max(-1, sum / whole)));
  }
  return { datum, logEvidence: logEvidence(datum), logPhi };
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
    sum += Math.exp(-samples * Math.exp(logTimeAt(i))) - Math.exp(samples * log);
  });
  return evidence + TABLE_STEP * sum;
}
