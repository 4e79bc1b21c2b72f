/**
 * Divergences between two densities on the line, by quadrature: both Kullback-Leibler divergences,
 * Jensen-Shannon, total variation, chi-squared and the alpha family, in nats.
 *
 * The alpha divergence is printed in Amari's convention (Bishop, PRML 10.19):
 *
 *   D_a(p || q) = 4 / (1 - a^2) (1 - integral of p^((1+a)/2) q^((1-a)/2)),
 *
 * which tends to KL(p || q) for a -> 1 and to KL(q || p) for a -> -1. Minka's alpha is (1 + a) / 2.
 */
import { createQuadrature, integrate, type Quadrature } from '../../math/quadrature.ts';
import { type Density, type Interval, logDensity } from './density.ts';
import { existsPower, powerEdges } from './powers.ts';

/** The part of one density where the other is zero: why a divergence is infinite. */
export interface Uncovered extends Interval {
  /** Probability of that part. */
  readonly mass: number;
}

export interface Divergences {
  /** KL(p || q); Infinity where q is zero and p is not. */
  readonly forward: number;
  /** KL(q || p); Infinity where p is zero and q is not. */
  readonly reverse: number;
  /** At most log 2. */
  readonly jensenShannon: number;
  /** At most 1. */
  readonly totalVariation: number;
  /** D_alpha(p || q). */
  readonly alpha: number;
  /** Chi-squared of p and q, the integral of (p - q)^2 / q; Infinity also where q has thinner tails. */
  readonly chiForward: number;
  /** That of q and p. */
  readonly chiReverse: number;
  /** The largest parts of p where q is zero, and of q where p is zero; null if there are none. */
  readonly outsideQ: Uncovered | null;
  readonly outsideP: Uncovered | null;
}

const quadrature: Quadrature = createQuadrature(5);
const chiQuadrature: Quadrature = createQuadrature(1);

/**
 * All divergences of p and q at once.
 *
 * @param alpha in [-1, 1]
 * @throws RangeError when alpha is outside
 */
export function measureDivergences(p: Density, q: Density, alpha: number): Divergences {
  requireAlpha(alpha);
  const outsideQ = largestUncovered(p, q);
  const outsideP = largestUncovered(q, p);
  const values = integrate(
    quadrature,
    (x, out) => {
      const logP = logDensity(p, x);
      const logQ = logDensity(q, x);
      out[0] = outsideQ ? 0 : excess(logP, logQ);
      out[1] = outsideP ? 0 : excess(logQ, logP);
      out[2] = jensenShannonIntegrand(logP, logQ);
      out[3] = Math.abs(Math.exp(logP) - Math.exp(logQ)) / 2;
      out[4] = isInfinite(alpha, outsideP, outsideQ) ? 0 : alphaIntegrand(alpha, logP, logQ);
    },
    jointEdges(p, q),
  );
  return {
    forward: outsideQ ? Infinity : values[0],
    reverse: outsideP ? Infinity : values[1],
    jensenShannon: values[2],
    totalVariation: values[3],
    alpha: isInfinite(alpha, outsideP, outsideQ) ? Infinity : values[4],
    chiForward: chiSquared(p, q),
    chiReverse: chiSquared(q, p),
    outsideQ,
    outsideP,
  };
}

/**
 * The curve whose area a divergence is, at one place: p log(p / q), q log(q / p), (p - q)^2 / q,
 * (q - p)^2 / p, or that of the alpha divergence, which is never negative. Infinite where only the
 * density is zero that the other is divided by.
 */
export function integrandAt(
  of: 'forward' | 'reverse' | 'alpha' | 'chiForward' | 'chiReverse',
  alpha: number,
  logP: number,
  logQ: number,
): number {
  if (of === 'alpha') return alphaIntegrand(alpha, logP, logQ);
  if (of === 'chiForward') return chiIntegrand(logP, logQ);
  if (of === 'chiReverse') return chiIntegrand(logQ, logP);
  const [log, other] = of === 'forward' ? [logP, logQ] : [logQ, logP];
  return log === -Infinity ? 0 : Math.exp(log) * (log - other);
}

/** Largest logarithm of an integrand: its areas are finite numbers still. */
const MOST_LOG = 690;

/** (f - g)^2 / g, by its logarithm where both have underflowed. */
function chiIntegrand(logF: number, logG: number): number {
  if (logF === -Infinity) return Math.exp(logG);
  if (logG === -Infinity) return Infinity;
  const logRatio = logF - logG;
  const logApart = logRatio > 40 ? logRatio : Math.log(Math.abs(Math.expm1(logRatio)));
  return Math.exp(Math.min(MOST_LOG, 2 * logApart + logG));
}

/** The integral of (f - g)^2 / g. */
function chiSquared(f: Density, g: Density): number {
  if (!existsPower(f, g, 2)) return Infinity;
  return integrate(
    chiQuadrature,
    (x, out) => {
      out[0] = chiIntegrand(logDensity(f, x), logDensity(g, x));
    },
    powerEdges(f, g, 2),
  )[0];
}

/** KL(N(mean, sd^2) || N(otherMean, otherSd^2)) in closed form. */
export function gaussianKl(mean: number, sd: number, otherMean: number, otherSd: number): number {
  const ratio = sd / otherSd;
  const z = (mean - otherMean) / otherSd;
  return (ratio * ratio + z * z - 1) / 2 - Math.log(ratio);
}

/**
 * D_alpha(N(mean, sd^2) || N(otherMean, otherSd^2)) in closed form, for any alpha; Infinity where
 * the integral does not exist, as it may beyond -1 and 1.
 */
export function gaussianAlphaDivergence(
  alpha: number,
  mean: number,
  sd: number,
  otherMean: number,
  otherSd: number,
): number {
  if (alpha === 1) return gaussianKl(mean, sd, otherMean, otherSd);
  if (alpha === -1) return gaussianKl(otherMean, otherSd, mean, sd);
  const w = (1 + alpha) / 2;
  const mixed = w * otherSd * otherSd + (1 - w) * sd * sd;
  if (!(mixed > 0)) return Infinity;
  const log =
    (1 - w) * Math.log(sd) +
    w * Math.log(otherSd) -
    Math.log(mixed) / 2 -
    (w * (1 - w) * (mean - otherMean) ** 2) / (2 * mixed);
  return -Math.expm1(log) / (w * (1 - w));
}

/**
 * The largest part of `density` where `other` is zero, with its probability; null where `other`
 * covers all of it.
 */
export function largestUncovered(density: Density, other: Density): Uncovered | null {
  const gaps: Interval[] = [];
  for (const part of density.support) {
    let from = part.from;
    for (const cover of other.support) {
      if (cover.to <= from) continue;
      if (cover.from >= part.to) break;
      if (cover.from > from) gaps.push({ from, to: cover.from });
      from = Math.max(from, cover.to);
    }
    if (from < part.to) gaps.push({ from, to: part.to });
  }
  const measured = gaps.map((gap) => ({ ...gap, mass: massBetween(density, gap) }));
  return measured.reduce<Uncovered | null>(
    (most, gap) => (most && most.mass >= gap.mass ? most : gap),
    null,
  );
}

/** Probability of an interval. */
export function massBetween(density: Density, { from, to }: Interval): number {
  const { edges } = density;
  const first = edges[0];
  const last = edges[edges.length - 1];
  const clamp = (x: number) => Math.min(Math.max(x, first), last);
  const inside = edges.filter((edge) => edge > from && edge < to);
  return integrate(
    createQuadrature(1),
    (x, out) => {
      out[0] = Math.exp(logDensity(density, x));
    },
    [clamp(from), ...inside, clamp(to)],
  )[0];
}

/**
 * Places to cut integrals over both densities at: the edges of both, and where one density becomes
 * larger than the other, since the total variation has a kink there.
 */
export function jointEdges(p: Density, q: Density): Float64Array {
  const edges = new Float64Array(p.edges.length + q.edges.length);
  edges.set(p.edges);
  edges.set(q.edges, p.edges.length);
  edges.sort();
  const crossings: number[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const step = (edges[i + 1] - edges[i]) / LOOKS;
    for (let look = 0; step > 0 && look < LOOKS; look++)
      addCrossing(p, q, edges[i] + look * step, edges[i] + (look + 1) * step, crossings);
  }
  return Float64Array.from([...edges, ...crossings]).sort();
}

/** Places between two edges where the densities are compared. */
const LOOKS = 4;

function addCrossing(p: Density, q: Density, from: number, to: number, found: number[]): void {
  const above = (x: number) => Math.sign(logDensity(p, x) - logDensity(q, x));
  const first = above(from);
  // Also where both are zero, or only one is, there is nothing to find: NaN, or no change of sign.
  if (!(first * above(to) < 0)) return;
  let [left, right] = [from, to];
  for (let i = 0; i < 50; i++) {
    const middle = (left + right) / 2;
    if (middle <= left || middle >= right) break;
    if (above(middle) === first) left = middle;
    else right = middle;
  }
  found.push((left + right) / 2);
}

export function requireAlpha(alpha: number): void {
  if (!(alpha >= -1 && alpha <= 1))
    throw new RangeError(`Alpha is ${alpha}; expected a number from -1 to 1.`);
}

/** Only at its ends, where it is a KL, does the alpha family become infinite. */
const isInfinite = (alpha: number, outsideP: Uncovered | null, outsideQ: Uncovered | null) =>
  (alpha === 1 && outsideQ !== null) || (alpha === -1 && outsideP !== null);

/** p log(p / q) - p + q: as an integrand of KL(p || q) that is never negative. */
function excess(logP: number, logQ: number): number {
  const p = Math.exp(logP);
  return p === 0 ? Math.exp(logQ) : p * (logP - logQ) - p + Math.exp(logQ);
}

/**
 * q f(p / q) with f(t) = (1 - t^w + w (t - 1)) / (w (1 - w)), w = (1 + alpha) / 2: an integrand of
 * the alpha divergence that is never negative, and at the ends that of the KL.
 */
export function alphaIntegrand(alpha: number, logP: number, logQ: number): number {
  const p = Math.exp(logP);
  const q = Math.exp(logQ);
  const w = (1 + alpha) / 2;
  if (w === 1) return p === 0 ? q : p * (logP - logQ) - p + q;
  if (w === 0) return q === 0 ? p : q * (logQ - logP) - q + p;
  if (p === 0 || q === 0) return p === 0 ? q / w : p / (1 - w);
  const difference =
    w <= 0.5
      ? w * (p - q) - powerExcess(w, logP, logQ)
      : (1 - w) * (q - p) - powerExcess(1 - w, logQ, logP);
  return difference / (w * (1 - w));
}

/** p^w q^(1 - w) - q; for a small exponent the two nearly cancel, and expm1 keeps the digits. */
export function powerExcess(w: number, logP: number, logQ: number): number {
  const exponent = w * (logP - logQ);
  const q = Math.exp(logQ);
  if (Math.abs(exponent) < 1) return q * Math.expm1(exponent);
  return logQ === -Infinity ? 0 : Math.exp(logQ + exponent) - q;
}

export function jensenShannonIntegrand(logP: number, logQ: number): number {
  const most = Math.max(logP, logQ);
  if (most === -Infinity) return 0;
  const p = Math.exp(logP);
  const q = Math.exp(logQ);
  const logMiddle = most + Math.log((Math.exp(logP - most) + Math.exp(logQ - most)) / 2);
  return ((p > 0 ? p * (logP - logMiddle) : 0) + (q > 0 ? q * (logQ - logMiddle) : 0)) / 2;
}
