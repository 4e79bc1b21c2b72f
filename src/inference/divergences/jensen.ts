/** Jensen's inequality for a few atoms: E f(X) >= f(E X) for a convex f. */

/** The convex functions one can choose from. */
export const CONVEX = {
  '-log': { f: (x: number) => -Math.log(x), slope: (x: number) => -1 / x, from: 0 },
  square: { f: (x: number) => x * x, slope: (x: number) => 2 * x, from: -Infinity },
  exp: { f: Math.exp, slope: Math.exp, from: -Infinity },
  abs: { f: Math.abs, slope: Math.sign, from: -Infinity },
} as const;

export type ConvexName = keyof typeof CONVEX;

export interface JensenGap {
  /** E X */
  readonly mean: number;
  /** E f(X), and f(E X). */
  readonly meanOfValues: number;
  readonly valueOfMean: number;
  /** E f(X) - f(E X), >= 0; 0 where all atoms with weight lie on one straight piece of f. */
  readonly gap: number;
  /** Slope of a line that supports f at E X: nowhere does f go below it. */
  readonly slope: number;
}

/**
 * @param weights n, sum to 1
 * @param atoms n
 * @returns infinite values where an atom with weight is at 0 under -log
 * @throws RangeError when an atom is outside the domain of f
 */
export function jensenGap(
  name: ConvexName,
  weights: ArrayLike<number>,
  atoms: ArrayLike<number>,
): JensenGap {
  const { f, slope, from } = CONVEX[name];
  let mean = 0;
  for (let i = 0; i < atoms.length; i++) {
    if (!(atoms[i] >= from))
      throw new RangeError(`Atom ${i + 1} is at ${atoms[i]}; expected at least ${from}.`);
    mean += weights[i] * atoms[i];
  }
  const valueOfMean = f(mean);
  const tangent = slope(mean);
  // The gap as a sum of distances from the tangent has no cancellation, and no term below 0.
  let gap = 0;
  for (let i = 0; i < atoms.length; i++)
    if (weights[i] > 0)
      gap += weights[i] * Math.max(0, f(atoms[i]) - valueOfMean - tangent * (atoms[i] - mean));
  return { mean, meanOfValues: valueOfMean + gap, valueOfMean, gap, slope: tangent };
}
