/**
 * The divergence of a single Gaussian q from p over the mean and the log of the standard deviation
 * of q: its heights on a grid, and the points where its gradient vanishes.
 *
 * All of it goes by sums over places that are chosen once for all q, in a few milliseconds: heights
 * are good to four digits, points to five. `stationaryPoints` goes on from there with exact integrals.
 */
import { type Density, logDensity } from './density.ts';
import { requireAlpha } from './divergences.ts';
import { createFitWorkspace, momentMatch, newton, type StationaryPoint } from './fit.ts';

export interface Landscape {
  /** Ascending, as they were given. */
  readonly means: Float64Array;
  readonly logSds: Float64Array;
  /** Row-major: a row for each log of a standard deviation. */
  readonly heights: Float64Array;
  /** Within the grid: minima first, the smallest first. */
  readonly points: readonly StationaryPoint[];
}

/** Height and derivatives towards mean and log sd, three numbers into `out`. */
type Surface = (mean: number, logSd: number, out: Float64Array) => void;

/**
 * @param alpha as in `measureDivergences`
 * @param means ascending
 * @param logSds ascending
 * @returns null where the divergence is infinite for every Gaussian, as KL(q || p) is where p has ends
 */
export function makeLandscape(
  p: Density,
  alpha: number,
  means: Float64Array,
  logSds: Float64Array,
): Landscape | null {
  requireAlpha(alpha);
  if (alpha === -1 && !coversLine(p)) return null;
  const surface = surfaceOf(p, alpha, means, logSds);
  const cells = means.length * logSds.length;
  const [heights, byMean, byLogSd] = [0, 1, 2].map(() => new Float64Array(cells));
  const out = new Float64Array(3);
  for (let row = 0; row < logSds.length; row++)
    for (let column = 0; column < means.length; column++) {
      const at = row * means.length + column;
      surface(means[column], logSds[row], out);
      [heights[at], byMean[at], byLogSd[at]] = out;
    }
  const points =
    alpha === 1
      ? [matched(p)]
      : distinct(
          candidates(means, logSds, byMean, byLogSd).map(([mean, logSd]) =>
            descended(surface, mean, logSd),
          ),
        );
  return { means, logSds, heights, points };
}

/**
 * The stationary points over the means and widths that p could be fitted with, by exact integrals:
 * minima first, the smallest first. Empty where the divergence is infinite for every Gaussian.
 */
export function stationaryPoints(p: Density, alpha: number): StationaryPoint[] {
  if (alpha === 1) return [matched(p)];
  const landscape = makeLandscape(p, alpha, ...searchGrid(p));
  const ws = createFitWorkspace(1);
  return distinct(
    (landscape?.points ?? []).map(({ mean, sd }) => {
      ws.parameters.set([mean, Math.log(sd), 0]);
      return newton(ws, p, alpha);
    }),
  );
}

const coversLine = ({ support }: Density) =>
  support[0].from === -Infinity && support[0].to === Infinity;

const matched = (p: Density): StationaryPoint => ({ ...momentMatch(p), kind: 'minimum' });

// ---- the surface ------------------------------------------------------------------------------

/** How many standard deviations of q an integral goes. */
const REACH = 8.5;
/** Places in the smallest standard deviation; for Gaussians one would do. */
const PLACES = 2;
const MOST_PLACES = 8192;
/** Panels of three places each, in steps of the raster. */
const PANEL = 2;
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

function surfaceOf(p: Density, alpha: number, means: Float64Array, logSds: Float64Array): Surface {
  if (alpha === 1) return forward(p);
  const w = (1 + alpha) / 2;
  const finest = Math.min(Math.exp(logSds[0]), finestOf(p)) / PLACES;
  if (!coversLine(p)) return overPanels(p, w, PANEL * finest);
  const reach = REACH * Math.exp(logSds[logSds.length - 1]);
  const from = Math.min(p.edges[0], means[0] - reach);
  const to = Math.max(p.edges[p.edges.length - 1], means[means.length - 1] + reach);
  const count = Math.min(MOST_PLACES, Math.ceil((to - from) / finest) + 1);
  return overRaster(p, w, from, (to - from) / (count - 1), count);
}

/** The smallest standard deviation in p, or the distance of the points it was drawn by. */
function finestOf({ shape, inverseSds }: Density): number {
  if (shape.kind === 'drawn') return (shape.to - shape.from) / (shape.heights.length - 1);
  return 1 / Math.max(...inverseSds);
}

/** KL(p || q) in closed form, by the moments of p. */
const forward =
  (p: Density): Surface =>
  (mean, logSd, out) => {
    const precision = Math.exp(-2 * logSd);
    const spread = (p.variance + (p.mean - mean) ** 2) * precision;
    out[0] = logSd + HALF_LOG_TWO_PI + spread / 2 - p.entropy;
    out[1] = (mean - p.mean) * precision;
    out[2] = 1 - spread;
  };

/**
 * By the trapezoidal rule, which for a smooth p converges as fast as any. Along a raster a Gaussian
 * goes from place to place by two products.
 *
 * @param w (1 + alpha) / 2, below 1
 */
function overRaster(p: Density, w: number, first: number, step: number, count: number): Surface {
  const logP = Float64Array.from({ length: count }, (_, i) => logDensity(p, first + i * step));
  const powers = logP.map((log) => Math.exp(w * log));
  const share = 1 - w;
  const isReverse = w === 0;
  return (mean, logSd, out) => {
    const sd = Math.exp(logSd);
    const reach = (REACH * sd) / Math.sqrt(share);
    const from = Math.max(0, Math.ceil((mean - reach - first) / step));
    const to = Math.min(count - 1, Math.floor((mean + reach - first) / step));
    const h = step / sd;
    const logPeak = -logSd - HALF_LOG_TWO_PI;
    let z = (first + from * step - mean) / sd;
    let kernel = Math.exp(share * (logPeak - (z * z) / 2));
    let ratio = Math.exp(-share * h * (z + h / 2));
    const bend = Math.exp(-share * h * h);
    let [sum, byMean, byLogSd] = [0, 0, 0];
    for (let i = from; i <= to; i++) {
      const value = isReverse ? kernel * (logPeak - (z * z) / 2 - logP[i]) : kernel * powers[i];
      sum += value;
      byMean += value * z;
      byLogSd += value * (z * z - 1);
      kernel *= ratio;
      ratio *= bend;
      z += h;
    }
    fill(out, w, sd, step * sum, step * byMean, step * byLogSd);
  };
}

const GAUSS = [
  { at: -Math.sqrt(0.6), weight: 5 / 18 },
  { at: 0, weight: 8 / 18 },
  { at: Math.sqrt(0.6), weight: 5 / 18 },
];

/** Where p has ends or kinks: Gauss-Legendre on panels between them, at most `widest` wide. */
function overPanels(p: Density, w: number, widest: number): Surface {
  const [at, weighted]: [number[], number[]] = [[], []];
  for (let edge = 0; edge + 1 < p.edges.length; edge++) {
    const length = p.edges[edge + 1] - p.edges[edge];
    const panels = Math.min(MOST_PLACES / p.edges.length, Math.ceil(length / widest));
    for (let panel = 0; panel < panels; panel++)
      for (const { at: node, weight } of GAUSS) {
        const x = p.edges[edge] + (length * (panel + (1 + node) / 2)) / panels;
        at.push(x);
        weighted.push(((weight * length) / panels) * Math.exp(w * logDensity(p, x)));
      }
  }
  const share = 1 - w;
  return (mean, logSd, out) => {
    const sd = Math.exp(logSd);
    const logPeak = -logSd - HALF_LOG_TWO_PI;
    let [sum, byMean, byLogSd] = [0, 0, 0];
    for (let i = 0; i < at.length; i++) {
      const z = (at[i] - mean) / sd;
      const value = weighted[i] * Math.exp(share * (logPeak - (z * z) / 2));
      sum += value;
      byMean += value * z;
      byLogSd += value * (z * z - 1);
    }
    fill(out, w, sd, sum, byMean, byLogSd);
  };
}

/** From the integrals of q log(q / p), or of p^w q^(1 - w), and those times z and times z^2 - 1. */
function fill(
  out: Float64Array,
  w: number,
  sd: number,
  sum: number,
  byMean: number,
  byLogSd: number,
): void {
  out[0] = w === 0 ? sum : (1 - sum) / (w * (1 - w));
  out[1] = (w === 0 ? byMean : -byMean / w) / sd;
  out[2] = w === 0 ? byLogSd : -byLogSd / w;
}

// ---- its stationary points --------------------------------------------------------------------

/** Cells of the search. */
const COLUMNS = 51;
const ROWS = 41;
const MOST_NEWTON = 20;
/** A Newton step shorter than this is the last; differences of gradients are over H. */
const ARRIVED = 1e-7;
const H = 1e-4;
/** Points nearer than this, in standard deviations and in logs of them, are the same. */
const SAME = 1e-3;
/** Curvature below which a point is one of a plain, far from p, where nothing changes. */
const FLAT = 1e-6;

/** Means and logs of standard deviations between the narrowest part of p and a little above p. */
function searchGrid(p: Density): [Float64Array, Float64Array] {
  const { shape } = p;
  const whole = Math.sqrt(p.variance);
  const narrowest = shape.kind === 'drawn' ? whole / 20 : Math.min(finestOf(p), whole);
  const [low, high] =
    shape.kind === 'drawn' ? [shape.from, shape.to] : [Math.min(...p.means), Math.max(...p.means)];
  return [
    along(low - whole / 4, high + whole / 4, COLUMNS),
    along(Math.log(narrowest) - 0.7, Math.log(whole) + 0.7, ROWS),
  ];
}

/** `count` evenly spaced numbers. */
function along(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** Centres of the cells over which both derivatives change their sign. */
function candidates(
  means: Float64Array,
  logSds: Float64Array,
  byMean: Float64Array,
  byLogSd: Float64Array,
): [number, number][] {
  const found: [number, number][] = [];
  const columns = means.length;
  for (let row = 0; row + 1 < logSds.length; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const corners = [at, at + 1, at + columns, at + columns + 1];
      const changes = (values: Float64Array) =>
        corners.some((i) => values[i] >= 0) && corners.some((i) => values[i] <= 0);
      if (changes(byMean) && changes(byLogSd))
        found.push([(means[column] + means[column + 1]) / 2, (logSds[row] + logSds[row + 1]) / 2]);
    }
  return found;
}

/** Newton's method; null where it leads away or onto a plain. */
function descended(surface: Surface, mean: number, logSd: number): StationaryPoint | null {
  const out = new Float64Array(3);
  const slopes = (m: number, s: number): readonly [number, number] => {
    surface(m, s, out);
    return [out[1], out[2]];
  };
  let [m, s] = [mean, logSd];
  for (let i = 0; i < MOST_NEWTON; i++) {
    const h = H * Math.exp(s);
    const [right, left] = [slopes(m + h, s), slopes(m - h, s)];
    const [up, down] = [slopes(m, s + H), slopes(m, s - H)];
    const [gm, gs] = slopes(m, s);
    const [mm, ss] = [(right[0] - left[0]) / (2 * h), (up[1] - down[1]) / (2 * H)];
    const ms = (up[0] - down[0]) / (2 * H);
    const determinant = mm * ss - ms * ms;
    const [dm, ds] = [(ms * gs - ss * gm) / determinant, (ms * gm - mm * gs) / determinant];
    m += dm;
    s += ds;
    // NaN, where the Hessian is singular, fails too.
    if (!(Math.abs(m - mean) < Math.exp(logSd) + 0.5 && Math.abs(s - logSd) < 1)) return null;
    if (Math.hypot(dm, ds) > ARRIVED) continue;
    const sd = Math.exp(s);
    if (Math.abs(determinant) * sd * sd < FLAT ** 2) return null;
    surface(m, s, out);
    const kind = determinant < 0 ? 'saddle' : mm > 0 ? 'minimum' : 'maximum';
    return { kind, mean: m, sd, value: out[0] };
  }
  return null;
}

/** Each point once: minima first, the smallest first. */
function distinct(points: readonly (StationaryPoint | null)[]): StationaryPoint[] {
  const found: StationaryPoint[] = [];
  for (const point of points) {
    if (!point) continue;
    const isKnown = found.some(
      (other) =>
        Math.abs(other.mean - point.mean) < SAME * point.sd &&
        Math.abs(Math.log(other.sd / point.sd)) < SAME,
    );
    if (!isKnown) found.push(point);
  }
  const rank = { minimum: 0, saddle: 1, maximum: 2 };
  return found.sort((a, b) => rank[a.kind] - rank[b.kind] || a.value - b.value);
}
