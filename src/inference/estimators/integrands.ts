/** Functions f of one coordinate, whose expectation under q is differentiated. */
import type { Formula } from '../../math/formula.ts';

export interface Integrand {
  value(x: number): number;
  /** The derivative at x; 0 at a jump. */
  slope(x: number): number;
  /** Known places of jumps: integrals are cut there. */
  readonly jumps: readonly number[];
  /** Whether it jumps anywhere, which makes reparameterisation biased. */
  readonly hasJumps: boolean;
  /** Whether -log q(x) is added to it. With f = log p its expectation is then the ELBO. */
  readonly hasEntropy: boolean;
}

const smooth = { jumps: [], hasJumps: false, hasEntropy: false } as const;

/** (x - k)^2 */
export const quadratic = (k: number): Integrand => ({
  ...smooth,
  value: (x) => (x - k) * (x - k),
  slope: (x) => 2 * (x - k),
});

/** cos kx */
export const cosine = (k: number): Integrand => ({
  ...smooth,
  value: (x) => Math.cos(k * x),
  slope: (x) => -k * Math.sin(k * x),
});

/** exp(-k x^2) */
export const bump = (k: number): Integrand => ({
  ...smooth,
  value: (x) => Math.exp(-k * x * x),
  slope: (x) => -2 * k * x * Math.exp(-k * x * x),
});

/** 1 right of k, 0 left of it. */
export const step = (k: number): Integrand => ({
  jumps: [k],
  hasJumps: true,
  hasEntropy: false,
  value: (x) => (x > k ? 1 : 0),
  slope: () => 0,
});

/** log p(x | data) - log q(x) for the posterior N(mean, sd^2): its expectation is -KL(q || p). */
export const elbo = (mean: number, sd: number): Integrand => ({
  ...smooth,
  hasEntropy: true,
  value: (x) => -(((x - mean) / sd) ** 2) / 2 - Math.log(sd) - Math.log(2 * Math.PI) / 2,
  slope: (x) => (mean - x) / (sd * sd),
});

/** A formula typed by the user. Where its slope is not finite, the slope counts as 0. */
export const typed = (formula: Formula): Integrand => ({
  ...smooth,
  hasJumps: formula.jumps,
  value: formula.value,
  slope(x) {
    const slope = formula.slope(x);
    return Number.isFinite(slope) ? slope : 0;
  },
});

/** -f */
export const negated = (f: Integrand): Integrand => ({
  ...f,
  value: (x) => -f.value(x),
  slope: (x) => -f.slope(x),
});
