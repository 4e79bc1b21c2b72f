/** The divergence of one Gaussian from p, over its mean and the log of its standard deviation. */
import { type Density, logDensity } from '../../../inference/divergences/density.ts';
import type { Stationary } from '../snapshot.ts';
import { AXIS, LOG_WIDTHS } from '../targets.ts';

/** Places of the quadrature: fine enough for the narrowest q, wide enough for the widest. */
const STEP = 0.05;
const PLACES = Float64Array.from({ length: 641 }, (_, i) => -16 + STEP * i);
const LOG_TWO_PI = Math.log(2 * Math.PI);
/** Where p has ends or kinks: Gauss-Legendre on panels between them, at most this wide. */
const PANEL = 0.1;
const GAUSS = [
  { at: -Math.sqrt(0.6), weight: 5 / 18 },
  { at: 0, weight: 8 / 18 },
  { at: Math.sqrt(0.6), weight: 5 / 18 },
];

type Divergence = (mean: number, logSd: number) => number;

export interface Landscape {
  readonly means: number[];
  readonly logSds: number[];
  /** By row (log sd) and column (mean). */
  readonly values: Float32Array;
  readonly points: readonly Stationary[];
}

/**
 * For pictures, in a few milliseconds: heights and stationary points by one table of log p, where
 * `inference/divergences` takes exact integrals. Points and their heights are good to five digits.
 *
 * @param alpha -1 only where p is zero nowhere
 */
export function landscapeOf(p: Density, alpha: number, cells: number): Landscape {
  const logP = Float64Array.from(PLACES, (x) => logDensity(p, x));
  const divergence: Divergence =
    alpha === 1 ? forward(p) : alpha === -1 ? reverse(logP) : between(placesOf(p, logP), alpha);
  const along = (low: number, high: number) =>
    Array.from({ length: cells }, (_, i) => low + ((high - low) * i) / (cells - 1));
  const means = along(AXIS.low, AXIS.high);
  const logSds = along(LOG_WIDTHS.low, LOG_WIDTHS.high);
  const values = new Float32Array(cells * cells);
  logSds.forEach((logSd, row) => {
    means.forEach((mean, column) => {
      values[row * cells + column] = divergence(mean, logSd);
    });
  });
  return { means, logSds, values, points: pointsOf(divergence, { means, logSds, values }) };
}

/** KL(p || q), from the moments of p. */
const forward =
  (p: Density): Divergence =>
  (mean, logSd) => {
    const spread = (p.variance + (p.mean - mean) ** 2) * Math.exp(-2 * logSd);
    return logSd + (LOG_TWO_PI + spread) / 2 - p.entropy;
  };

/** KL(q || p) */
const reverse =
  (logP: Float64Array): Divergence =>
  (mean, logSd) => {
    const sd = Math.exp(logSd);
    const first = Math.max(0, Math.ceil((mean - 7 * sd - PLACES[0]) / STEP));
    const last = Math.min(PLACES.length - 1, Math.floor((mean + 7 * sd - PLACES[0]) / STEP));
    let [mass, energy] = [0, 0];
    for (let i = first; i <= last; i++) {
      const z = (PLACES[i] - mean) / sd;
      const q = Math.exp((-z * z) / 2);
      mass += q;
      energy += q * logP[i];
    }
    return -logSd - (LOG_TWO_PI + 1) / 2 - energy / mass;
  };

/** Where an integral over p is summed up. */
interface Places {
  readonly at: Float64Array;
  readonly weights: Float64Array;
  readonly logP: Float64Array;
}

/** @param logP at `PLACES`, which are enough for a p that is smooth everywhere */
function placesOf(p: Density, logP: Float64Array): Places {
  const [{ from, to }] = p.support;
  if (from === -Infinity && to === Infinity)
    return { at: PLACES, weights: new Float64Array(PLACES.length).fill(STEP), logP };
  const [at, weights]: [number[], number[]] = [[], []];
  for (let edge = 0; edge + 1 < p.edges.length; edge++) {
    const length = p.edges[edge + 1] - p.edges[edge];
    const panels = Math.ceil(length / PANEL);
    for (let panel = 0; panel < panels; panel++)
      for (const node of GAUSS) {
        at.push(p.edges[edge] + (length * (panel + (1 + node.at) / 2)) / panels);
        weights.push((node.weight * length) / panels);
      }
  }
  return {
    at: Float64Array.from(at),
    weights: Float64Array.from(weights),
    logP: Float64Array.from(at, (x) => logDensity(p, x)),
  };
}

/** D_alpha between its ends. */
const between =
  ({ at, weights, logP }: Places, alpha: number): Divergence =>
  (mean, logSd) => {
    const w = (1 + alpha) / 2;
    const sd = Math.exp(logSd);
    let overlap = 0;
    for (let i = 0; i < at.length; i++) {
      const z = (at[i] - mean) / sd;
      overlap += weights[i] * Math.exp(w * logP[i] + (1 - w) * (-logSd - (LOG_TWO_PI + z * z) / 2));
    }
    return (1 - overlap) / (w * (1 - w));
  };

/** Differences for gradients and second derivatives: the integrals are good to about 1e-12. */
const H = 1e-3;
const MOST_NEWTON = 15;
/** Points nearer than this are the same. */
const SAME = 0.02;

/** Where the gradient vanishes: Newton's method from each cell over which both derivatives change sign. */
function pointsOf(divergence: Divergence, landscape: Omit<Landscape, 'points'>): Stationary[] {
  const { means, logSds, values } = landscape;
  const cells = means.length;
  const found: Stationary[] = [];
  const changes = (corners: readonly number[], by: number) => {
    const slopes = corners.map((at) => values[at + by] - values[at - by]);
    return slopes.some((slope) => slope >= 0) && slopes.some((slope) => slope <= 0);
  };
  for (let row = 1; row + 2 < cells; row++)
    for (let column = 1; column + 2 < cells; column++) {
      const at = row * cells + column;
      const corners = [at, at + 1, at + cells, at + cells + 1];
      if (!changes(corners, 1) || !changes(corners, cells)) continue;
      const [mean, logSd] = [means[column] + means[column + 1], logSds[row] + logSds[row + 1]];
      const point = newton(divergence, mean / 2, logSd / 2);
      const isKnown = (other: Stationary) =>
        point !== null && Math.hypot(other.mean - point.mean, Math.log(other.sd / point.sd)) < SAME;
      if (point && !found.some(isKnown)) found.push(point);
    }
  const rank = { minimum: 0, saddle: 1, maximum: 2 };
  return found.sort((a, b) => rank[a.kind] - rank[b.kind] || a.value - b.value);
}

function newton(divergence: Divergence, mean: number, logSd: number): Stationary | null {
  let [m, s] = [mean, logSd];
  for (let i = 0; i < MOST_NEWTON; i++) {
    const value = divergence(m, s);
    const [right, left] = [divergence(m + H, s), divergence(m - H, s)];
    const [up, down] = [divergence(m, s + H), divergence(m, s - H)];
    const [gm, gs] = [(right - left) / (2 * H), (up - down) / (2 * H)];
    const mm = (right - 2 * value + left) / H ** 2;
    const ss = (up - 2 * value + down) / H ** 2;
    const ms =
      (divergence(m + H, s + H) -
        divergence(m + H, s - H) -
        divergence(m - H, s + H) +
        divergence(m - H, s - H)) /
      (4 * H ** 2);
    const determinant = mm * ss - ms * ms;
    const [dm, ds] = [(ms * gs - ss * gm) / determinant, (ms * gm - mm * gs) / determinant];
    if (!(Math.hypot(dm, ds) < 1)) return null;
    m += dm;
    s += ds;
    if (Math.hypot(m - mean, s - logSd) > 1) return null;
    if (Math.hypot(dm, ds) > 1e-5) continue;
    const kind = determinant < 0 ? 'saddle' : mm > 0 ? 'minimum' : 'maximum';
    return { kind, mean: m, sd: Math.exp(s), value: divergence(m, s) };
  }
  return null;
}
