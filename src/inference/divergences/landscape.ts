/**
 * The divergence of a single Gaussian q from p over the mean and the log of the standard deviation
 * of q: heights and gradients on a grid, and the points where the gradient vanishes.
 *
 * Heights go by the trapezoidal rule over a table of log p, made once for all q; it is good to four
 * digits or so. Stationary points are then found with the exact gradient.
 */
import { type Density, logDensity } from './density.ts';
import {
  createFitWorkspace,
  type FitObjective,
  integrandOf,
  momentMatch,
  newton,
  type StationaryPoint,
  slopeTimesQ,
} from './fit.ts';

/** Heights over a grid, row-major: a row for each log of a standard deviation. */
export interface Landscape {
  readonly means: Float64Array;
  readonly logSds: Float64Array;
  /** Infinity throughout where every Gaussian has an infinite divergence. */
  readonly heights: Float64Array;
  /** Derivatives towards the mean and towards the log of the standard deviation. */
  readonly byMean: Float64Array;
  readonly byLogSd: Float64Array;
}

/** log p at places that are equally far from each other, over the reach of p and of every q. */
interface Table {
  readonly first: number;
  readonly step: number;
  readonly logP: Float64Array;
  /** Indices of the first and the last place within the edges of p. */
  readonly from: number;
  readonly to: number;
}

/** How many standard deviations of q an integral goes. */
const REACH = 10;
/** Places in the smallest standard deviation; for Gaussians one would do. */
const PLACES = 2;
const LARGEST_TABLE = 8192;
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/**
 * @param means ascending
 * @param logSds ascending
 */
export function makeLandscape(
  p: Density,
  objective: FitObjective,
  means: Float64Array,
  logSds: Float64Array,
): Landscape {
  const cells = () => new Float64Array(means.length * logSds.length);
  const landscape = { means, logSds, heights: cells(), byMean: cells(), byLogSd: cells() };
  if (isInfiniteEverywhere(p, objective)) {
    landscape.heights.fill(Infinity);
    return landscape;
  }
  const table = tableOf(p, means, logSds);
  const w = objective.kind === 'alpha' ? (1 + objective.alpha) / 2 : Number.NaN;
  for (let row = 0; row < logSds.length; row++)
    for (let column = 0; column < means.length; column++) {
      const at = row * means.length + column;
      if (w === 1) addForward(p, means[column], logSds[row], landscape, at);
      else if (w > 0) addOverlap(table, w, means[column], logSds[row], landscape, at);
      else addIntegral(table, objective, means[column], logSds[row], landscape, at);
    }
  return landscape;
}

/** KL(q || p) of every Gaussian q, where p is zero somewhere. */
function isInfiniteEverywhere({ support }: Density, objective: FitObjective): boolean {
  const coversLine = support[0].from === -Infinity && support[0].to === Infinity;
  return objective.kind === 'alpha' && objective.alpha === -1 && !coversLine;
}

function tableOf(p: Density, means: Float64Array, logSds: Float64Array): Table {
  const widest = Math.exp(logSds[logSds.length - 1]);
  const [firstEdge, lastEdge] = [p.edges[0], p.edges[p.edges.length - 1]];
  const first = Math.min(firstEdge, means[0] - REACH * widest);
  const last = Math.max(lastEdge, means[means.length - 1] + REACH * widest);
  const finest = Math.min(Math.exp(logSds[0]), finestOf(p)) / PLACES;
  const count = Math.min(LARGEST_TABLE, Math.ceil((last - first) / finest) + 1);
  const step = (last - first) / (count - 1);
  return {
    first,
    step,
    logP: Float64Array.from({ length: count }, (_, i) => logDensity(p, first + i * step)),
    from: Math.max(0, Math.floor((firstEdge - first) / step)),
    to: Math.min(count - 1, Math.ceil((lastEdge - first) / step)),
  };
}

/** The smallest standard deviation in p, or the distance of the points it was drawn by. */
function finestOf({ shape, inverseSds }: Density): number {
  if (shape.kind === 'drawn') return (shape.to - shape.from) / (shape.heights.length - 1);
  return 1 / Math.max(...inverseSds);
}

/** In closed form, by the moments of p. */
function addForward(p: Density, mean: number, logSd: number, out: Landscape, at: number): void {
  const precision = Math.exp(-2 * logSd);
  const spread = (p.variance + (p.mean - mean) ** 2) * precision;
  out.heights[at] = logSd + HALF_LOG_TWO_PI + spread / 2 - p.entropy;
  out.byMean[at] = (mean - p.mean) * precision;
  out.byLogSd[at] = 1 - spread;
}

/** Indices of the first and the last place in the reach of q. */
function reachOf({ first, step, logP }: Table, mean: number, sd: number) {
  return {
    from: Math.max(0, Math.ceil((mean - REACH * sd - first) / step)),
    to: Math.min(logP.length - 1, Math.floor((mean + REACH * sd - first) / step)),
  };
}

/** D_alpha with w = (1 + alpha) / 2 in (0, 1), by the integral of p^w q^(1-w). */
function addOverlap(
  table: Table,
  w: number,
  mean: number,
  logSd: number,
  out: Landscape,
  at: number,
): void {
  const sd = Math.exp(logSd);
  const peak = -logSd - HALF_LOG_TWO_PI;
  const { first, step, logP } = table;
  const { from, to } = w < 0.5 ? reachOf(table, mean, sd) : table;
  let [overlap, byMean, byLogSd] = [0, 0, 0];
  for (let i = from; i <= to; i++) {
    const z = (first + i * step - mean) / sd;
    const share = Math.exp(w * logP[i] + (1 - w) * (peak - (z * z) / 2));
    overlap += share;
    byMean -= share * z;
    byLogSd -= share * (z * z - 1);
  }
  out.heights[at] = (1 - step * overlap) / (w * (1 - w));
  out.byMean[at] = (byMean * step) / (w * sd);
  out.byLogSd[at] = (byLogSd * step) / w;
}

/** KL(q || p), whose integrand is zero out of the reach of q, and what is not of the alpha family. */
function addIntegral(
  table: Table,
  objective: FitObjective,
  mean: number,
  logSd: number,
  out: Landscape,
  at: number,
): void {
  const sd = Math.exp(logSd);
  const { first, step, logP } = table;
  const isReverse = objective.kind === 'alpha';
  const { from, to } = isReverse ? reachOf(table, mean, sd) : { from: 0, to: logP.length - 1 };
  let [height, byMean, byLogSd] = [0, 0, 0];
  for (let i = from; i <= to; i++) {
    const z = (first + i * step - mean) / sd;
    const logQ = -logSd - (z * z) / 2 - HALF_LOG_TWO_PI;
    const slope = slopeTimesQ(objective, logP[i], logQ);
    height += isReverse ? slope : integrandOf(objective, logP[i], logQ);
    byMean += slope * z;
    byLogSd += slope * (z * z - 1);
  }
  out.heights[at] = height * step;
  out.byMean[at] = (byMean * step) / sd;
  out.byLogSd[at] = byLogSd * step;
}

/** Cells of the search for stationary points. */
const COLUMNS = 41;
const ROWS = 33;
/** Points nearer than this, in standard deviations and in logs of them, are the same. */
const SAME = 1e-3;

/**
 * The stationary points over the means and widths that p could be fitted with: minima first, the
 * smallest first. Empty where the divergence is infinite for every Gaussian.
 */
export function stationaryPoints(p: Density, objective: FitObjective): StationaryPoint[] {
  if (objective.kind === 'alpha' && objective.alpha === 1)
    return [{ ...momentMatch(p), kind: 'minimum' }];
  const landscape = makeLandscape(p, objective, ...searchGrid(p));
  if (landscape.heights[0] === Infinity) return [];
  const found: StationaryPoint[] = [];
  const ws = createFitWorkspace(1);
  for (const [mean, logSd] of candidates(landscape)) {
    ws.parameters.set([mean, logSd, 0]);
    const point = newton(ws, p, objective);
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

function along(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** Centres of the cells over which both derivatives change their sign. */
function* candidates({ means, logSds, byMean, byLogSd }: Landscape): Generator<[number, number]> {
  const columns = means.length;
  for (let row = 0; row + 1 < logSds.length; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const corners = [at, at + 1, at + columns, at + columns + 1];
      const changes = (values: Float64Array) =>
        corners.some((i) => values[i] >= 0) && corners.some((i) => values[i] <= 0);
      if (changes(byMean) && changes(byLogSd))
        yield [(means[column] + means[column + 1]) / 2, (logSds[row] + logSds[row + 1]) / 2];
    }
}
