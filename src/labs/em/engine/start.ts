/** Where the clusters of EM begin. */
import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import { forkRandom, shuffle } from '../../../math/random.ts';
import type { EmSettings } from '../settings.ts';

/** Standard deviation of means that start in one spot, in model units. */
const ONE_SPOT = 0.1;

/**
 * @param values N x D
 * @param start which of several, from 0; each has a stream of its own
 * @returns K x D
 */
export function startingMeans(
  settings: EmSettings,
  values: Float64Array,
  dimension: number,
  seed: number,
  start: number,
): Float64Array {
  const random = forkRandom(seed, start === 0 ? 'clusters' : `clusters, start ${start}`);
  const { clusters } = settings;
  const means = new Float64Array(clusters * dimension);
  if (settings.start === 'one-spot') return means.map(() => ONE_SPOT * random.normal());
  if (settings.start === 'k-means++') kMeansPlusPlus(values, dimension, means, random);
  else {
    const rows = Int32Array.from({ length: values.length / dimension }, (_, n) => n);
    shuffle(random, rows, clusters);
    for (let k = 0; k < clusters; k++) {
      const from = rows[k] * dimension;
      means.set(values.subarray(from, from + dimension), k * dimension);
    }
  }
  return means;
}
