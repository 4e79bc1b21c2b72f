/** Divergences between two discrete distributions, term by term, in nats. */

export interface BarDivergences {
  /** n: p_i log(p_i / q_i), 0 where p_i = 0, Infinity where only q_i = 0. A term may be negative. */
  readonly forwardTerms: Float64Array;
  /** n: q_i log(q_i / p_i) */
  readonly reverseTerms: Float64Array;
  /** n: (p_i - q_i)^2 / q_i, Infinity where only q_i = 0. */
  readonly chiForwardTerms: Float64Array;
  /** n: (q_i - p_i)^2 / p_i */
  readonly chiReverseTerms: Float64Array;
  /** KL(p || q) and KL(q || p). */
  readonly forward: number;
  readonly reverse: number;
  /** Chi-squared of p and q, and of q and p. */
  readonly chiForward: number;
  readonly chiReverse: number;
  readonly jensenShannon: number;
  readonly totalVariation: number;
  /** Entropy of p. */
  readonly entropyP: number;
  /** -sum p log q = entropy of p + KL(p || q) */
  readonly crossEntropy: number;
}

/**
 * @param p n, sums to 1
 * @param q n, sums to 1
 * @throws RangeError when they differ in length or are no distributions
 */
export function barDivergences(p: ArrayLike<number>, q: ArrayLike<number>): BarDivergences {
  requireDistribution('p', p);
  requireDistribution('q', q);
  if (p.length !== q.length)
    throw new RangeError(`p has ${p.length} bars and q has ${q.length}; expected as many.`);
  const n = p.length;
  const forwardTerms = new Float64Array(n);
  const reverseTerms = new Float64Array(n);
  const chiForwardTerms = new Float64Array(n);
  const chiReverseTerms = new Float64Array(n);
  let [chiForward, chiReverse] = [0, 0];
  let [forward, reverse, jensenShannon, totalVariation, entropyP] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const middle = (p[i] + q[i]) / 2;
    forwardTerms[i] = term(p[i], q[i]);
    reverseTerms[i] = term(q[i], p[i]);
    chiForwardTerms[i] = chiTerm(p[i], q[i]);
    chiReverseTerms[i] = chiTerm(q[i], p[i]);
    chiForward += chiForwardTerms[i];
    chiReverse += chiReverseTerms[i];
    forward += forwardTerms[i];
    reverse += reverseTerms[i];
    jensenShannon += (term(p[i], middle) + term(q[i], middle)) / 2;
    totalVariation += Math.abs(p[i] - q[i]) / 2;
    entropyP -= term(p[i], 1);
  }
  return {
    forwardTerms,
    reverseTerms,
    chiForwardTerms,
    chiReverseTerms,
    chiForward,
    chiReverse,
    forward,
    reverse,
    jensenShannon,
    totalVariation,
    entropyP,
    crossEntropy: entropyP + forward,
  };
}

/**
 * Bars `first` and `first + 1` joined into one, which never raises a divergence.
 *
 * @returns n - 1 bars
 */
export function mergeBars(bars: ArrayLike<number>, first: number): Float64Array {
  const merged = new Float64Array(bars.length - 1);
  for (let i = 0; i < bars.length; i++) merged[i <= first ? i : i - 1] += bars[i];
  return merged;
}

/** a log(a / b) */
function term(a: number, b: number): number {
  return a === 0 ? 0 : a * Math.log(a / b);
}

/** (a - b)^2 / b */
function chiTerm(a: number, b: number): number {
  return a === b ? 0 : (a - b) ** 2 / b;
}

function requireDistribution(name: string, values: ArrayLike<number>): void {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] >= 0))
      throw new RangeError(
        `Bar ${i + 1} of ${name} is ${values[i]}; expected a share from 0 to 1.`,
      );
    sum += values[i];
  }
  if (!(Math.abs(sum - 1) < 1e-9))
    throw new RangeError(`The bars of ${name} add up to ${sum}; expected 1.`);
}
