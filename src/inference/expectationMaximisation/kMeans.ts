/**
 * k-means by Lloyd's iterations, until no point changes its piece or for so many sweeps.
 *
 * @param points N x D, row-major
 * @param means K x D, where they start; overwritten by the means of the pieces. Those of no point stay.
 * @returns N: the piece of each point
 */
export function kMeans(
  points: Float64Array,
  dimension: number,
  means: Float64Array,
  sweeps: number,
): Int32Array {
  const pieceOf = new Int32Array(points.length / dimension).fill(-1);
  const sums = new Float64Array(means.length);
  const sizes = new Float64Array(means.length / dimension);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    sums.fill(0);
    sizes.fill(0);
    let changes = 0;
    for (let n = 0; n < pieceOf.length; n++) {
      const piece = nearestMean(points, n * dimension, means, dimension);
      if (piece !== pieceOf[n]) changes += 1;
      pieceOf[n] = piece;
      sizes[piece] += 1;
      for (let j = 0; j < dimension; j++) sums[piece * dimension + j] += points[n * dimension + j];
    }
    if (changes === 0) break;
    for (let i = 0; i < means.length; i++) {
      const size = sizes[Math.floor(i / dimension)];
      if (size > 0) means[i] = sums[i] / size;
    }
  }
  return pieceOf;
}

/**
 * Number of the nearest of K means, the first of equals.
 *
 * @param at where the point begins
 * @param means K x D
 */
export function nearestMean(
  points: Float64Array,
  at: number,
  means: Float64Array,
  D: number,
): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from < means.length; from += D) {
    let squared = 0;
    for (let j = 0; j < D; j++) squared += (points[at + j] - means[from + j]) ** 2;
    if (squared >= least) continue;
    least = squared;
    nearest = from / D;
  }
  return nearest;
}
