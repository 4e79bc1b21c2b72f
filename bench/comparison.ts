/** How far computed numbers are from golden ones. */

/** Below this size an error counts as absolute: a value near 0 has no digits to get right. */
export const FLOOR = 1e-3;

/** Collects the largest relative error. */
export class Comparison {
  worst = 0;
  count = 0;

  of(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
    if (actual.length < expected.length)
      throw new Error(`${expected.length} golden numbers for ${actual.length} computed ones.`);
    for (let i = 0; i < expected.length; i++) {
      const error =
        actual[i] === expected[i]
          ? 0
          : Math.abs(actual[i] - expected[i]) / Math.max(FLOOR, Math.abs(expected[i]));
      this.worst = Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(this.worst, error);
      this.count += 1;
    }
  }

  include({ worst, count }: Comparison): void {
    this.worst = Math.max(this.worst, worst);
    this.count += count;
  }
}

/** What golden numbers are of, with the largest relative error they may have. */
export const BARS = {
  values: 1e-8,
  gradients: 1e-6,
  'closed forms and enumeration': 1e-9,
  'quadrature and optima': 1e-6,
} as const;

/** One comparison of each kind. */
export type Comparisons = Readonly<Record<keyof typeof BARS, Comparison>>;

export function newComparisons(): Comparisons {
  return {
    values: new Comparison(),
    gradients: new Comparison(),
    'closed forms and enumeration': new Comparison(),
    'quadrature and optima': new Comparison(),
  };
}
