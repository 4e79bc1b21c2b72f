import type { Documents } from '../../../../datasets/dataset.ts';
import type { TopicsSnapshot } from '../../snapshot.ts';

/** D x V: how often each word occurs in each document. */
export function documentPictures({ rows, starts, words, counts, vocabulary }: Documents) {
  const V = vocabulary.length;
  const pictures = new Float32Array(rows * V);
  for (let d = 0; d < rows; d++)
    for (let at = starts[d]; at < starts[d + 1]; at++) pictures[d * V + words[at]] = counts[at];
  return pictures;
}

/**
 * The frequencies of the words that the model expects: V for each document.
 *
 * @param documents their numbers; all of them by default
 */
export function expectedPictures(
  { beta, shares, topics }: Pick<TopicsSnapshot, 'beta' | 'shares' | 'topics'>,
  documents?: readonly number[],
): Float32Array {
  const K = topics.length;
  if (!beta || !shares) return new Float32Array(0);
  const V = beta.length / K;
  const count = documents?.length ?? shares.length / K;
  const pictures = new Float32Array(count * V);
  for (let i = 0; i < count; i++) {
    const d = documents ? documents[i] : i;
    for (let k = 0; k < K; k++)
      for (let word = 0; word < V; word++)
        pictures[i * V + word] += shares[d * K + k] * beta[k * V + word];
  }
  return pictures;
}

/** Pictures of so many pixels, each with its largest value at 1. */
export function scaledPictures(values: ArrayLike<number>, pixels: number): Float32Array {
  const scaled = Float32Array.from(values);
  for (let start = 0; start < scaled.length; start += pixels) {
    const picture = scaled.subarray(start, start + pixels);
    const most = picture.reduce((a, b) => Math.max(a, b), 0);
    if (most > 0) picture.set(picture.map((value) => value / most));
  }
  return scaled;
}
