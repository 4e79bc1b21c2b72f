import type { Documents } from '../../../../datasets/dataset.ts';

/** D x V: how often each word occurs in each document. */
export function documentPictures({ rows, starts, words, counts, vocabulary }: Documents) {
  const V = vocabulary.length;
  const pictures = new Float32Array(rows * V);
  for (let d = 0; d < rows; d++)
    for (let at = starts[d]; at < starts[d + 1]; at++) pictures[d * V + words[at]] = counts[at];
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
