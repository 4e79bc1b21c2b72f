/** Where the states of a hidden Markov model begin. */
import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import type { GaussianHmm } from '../../../inference/hiddenMarkov/gaussianEmissions.ts';
import { forkRandom, shuffle } from '../../../math/random.ts';
import type { HmmSettings } from '../settings.ts';

/** @param values T, NaN where a value is missing */
export function startingTheta(
  { states: K, start, stay, leastWidth }: HmmSettings,
  values: Float64Array,
  seed: number,
): GaussianHmm {
  const random = forkRandom(seed, 'states');
  const seen = values.filter((value) => !Number.isNaN(value));
  const means = new Float64Array(K);
  if (start === 'k-means++') kMeansPlusPlus(seen, 1, means, random);
  else {
    const rows = Int32Array.from(seen, (_, row) => row);
    const drawn = Math.min(K, rows.length);
    shuffle(random, rows, drawn);
    for (let k = 0; k < K; k++) means[k] = seen[rows[k % drawn]];
  }
  // In the order of their means, so that colours and numbers go from low to high.
  means.sort();
  const transition = new Float64Array(K * K).fill(K > 1 ? (1 - stay) / (K - 1) : 1);
  if (K > 1) for (let k = 0; k < K; k++) transition[k * (K + 1)] = stay;
  const centre = seen.reduce((sum, value) => sum + value, 0) / seen.length;
  const variance = seen.reduce((sum, value) => sum + (value - centre) ** 2, 0) / seen.length;
  return {
    initial: new Float64Array(K).fill(1 / K),
    transition,
    means,
    // Each state covers its part of the whole spread.
    variances: new Float64Array(K).fill(Math.max(leastWidth ** 2, variance / K ** 2)),
  };
}
