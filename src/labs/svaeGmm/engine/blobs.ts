/**
 * The blobs that the data hold, also where they overlap and the density has no dip between them: blobs are what
 * Gaussians describe that are about as long as wide. The Gaussians that bent shapes need are slivers.
 */
import {
  applyDials,
  createMixtureWorkspace,
  evaluateMixture,
  type MixtureDials,
  type MixtureParameters,
  maximiseMixture,
} from '../../../inference/expectationMaximisation/gaussianMixture.ts';
import { assignSoftly } from '../../../inference/expectationMaximisation/responsibilities.ts';
import { cholesky, POSITIVE_DEFINITE } from '../../../math/cholesky.ts';

/** Blobs beyond the shapes that density tells apart, at most. */
const MOST_MORE = 8;
/** Of EM for each number of Gaussians; they start close to where it would end. */
const ITERATIONS = 10;
/** Added to the variances of a Gaussian, in model units: points may lie on a line or on one another. */
const FLOOR = 0.02;
/**
 * Geometric over arithmetic mean of a covariance's eigenvalues, on average: at least this for blobs. Gaussians
 * of moons, rings, arms and strokes have .3 to .6, those of blobs .8 to .95. In the plane .7 is an ellipse
 * 2.4 times as long as wide.
 */
const LEAST_ROUNDNESS = 0.7;

const DIALS: MixtureDials = {
  weights: 'learned',
  covariances: 'full',
  fixedVariance: 1,
  varianceFloor: FLOOR,
};

/** Some points, summed up. */
interface Piece {
  readonly count: number;
  /** D */
  readonly mean: Float64Array;
  /** D x D, of sums, not of means. */
  readonly scatter: Float64Array;
}

interface Fitted {
  /** The Bayesian information criterion: p log N - 2 log L of p free numbers; less is better. */
  readonly criterion: number;
  readonly gaussians: MixtureParameters;
}

/**
 * Pieces are joined to as many Gaussians as wanted, those two first whose joint Gaussian describes their points
 * nearly as well (Fraley 1998), and EM goes on from there. The Bayesian information criterion tells how many are
 * needed.
 *
 * @param points N x D, in model units
 * @param pieceOf N: the small piece each point belongs to
 * @param least as few blobs as there can be
 * @returns a Gaussian for each blob; null where the Gaussians needed are no blobs, or none can be found
 */
export function findBlobs(
  points: Float64Array,
  dimension: number,
  pieceOf: Int32Array,
  least: number,
): MixtureParameters | null {
  let best: Fitted | null = null;
  for (const pieces of joinedPieces(summedUp(points, dimension, pieceOf), dimension, least)) {
    if (pieces.length > least + MOST_MORE) continue;
    const fitted = emFrom(points, dimension, pieces);
    if (fitted && !(best && best.criterion <= fitted.criterion)) best = fitted;
  }
  if (!best) return null;
  const { weights, covariances } = best.gaussians;
  let roundness = 0;
  for (let k = 0; k < weights.length; k++) roundness += roundnessOf(covariances, k, dimension);
  return roundness >= LEAST_ROUNDNESS * weights.length ? best.gaussians : null;
}

function summedUp(points: Float64Array, D: number, pieceOf: Int32Array): Piece[] {
  const pieces = new Map<number, Piece>();
  pieceOf.forEach((number, n) => {
    const mean = points.subarray(n * D, (n + 1) * D);
    const point = { count: 1, mean, scatter: new Float64Array(D * D) };
    const before = pieces.get(number);
    pieces.set(number, before ? together(before, point) : point);
  });
  return [...pieces.values()];
}

function together(a: Piece, b: Piece): Piece {
  const count = a.count + b.count;
  const D = a.mean.length;
  const between = (a.count * b.count) / count;
  const mean = a.mean.map((value, i) => (a.count * value + b.count * b.mean[i]) / count);
  const scatter = a.scatter.map((value, at) => {
    const [i, j] = [Math.floor(at / D), at % D];
    const apart = (b.mean[i] - a.mean[i]) * (b.mean[j] - a.mean[j]);
    return value + b.scatter[at] + between * apart;
  });
  return { count, mean, scatter };
}

/** The pieces, and what is left each time two of them are joined, down to so many. */
function* joinedPieces(
  all: readonly Piece[],
  D: number,
  least: number,
): Generator<readonly Piece[], void> {
  const pieces = [...all];
  // The price of joining a piece with another one, for all pairs with the larger number first.
  const price = (a: Piece, b: Piece) => cost(together(a, b), D) - cost(a, D) - cost(b, D);
  const prices = pieces.map((a, i) => pieces.slice(0, i).map((b) => price(a, b)));
  while (pieces.length >= Math.max(1, least)) {
    yield pieces;
    let [to, from, lowest] = [0, 0, Number.POSITIVE_INFINITY];
    prices.forEach((row, i) => {
      row.forEach((value, j) => {
        if (value < lowest) [to, from, lowest] = [j, i, value];
      });
    });
    if (from === 0) return;
    pieces[to] = together(pieces[to], pieces[from]);
    pieces.splice(from, 1);
    prices.splice(from, 1);
    for (const row of prices) if (row.length > from) row.splice(from, 1);
    prices[to] = pieces.slice(0, to).map((b) => price(pieces[to], b));
    for (let i = to + 1; i < pieces.length; i++) prices[i][to] = price(pieces[i], pieces[to]);
  }
}

/** Minus the log-likelihood of a piece's points under its Gaussian, but for what all have in common. */
function cost({ count, scatter }: Piece, D: number): number {
  const covariance = scatter.map((value) => value / count);
  return count * (logDeterminant(covariance, 0, D, FLOOR) / 2 - Math.log(count));
}

function emFrom(points: Float64Array, D: number, pieces: readonly Piece[]): Fitted | null {
  const rows = points.length / D;
  const ws = createMixtureWorkspace(rows, pieces.length, D);
  pieces.forEach(({ count, mean, scatter }, k) => {
    ws.parameters.weights[k] = count / rows;
    ws.parameters.means.set(mean, k * D);
    ws.parameters.covariances.set(
      scatter.map((value) => value / count),
      k * D * D,
    );
  });
  applyDials(ws, DIALS);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    if (!evaluateMixture(ws, points).ok) return null;
    assignSoftly(ws.responsibilities);
    maximiseMixture(ws, points, DIALS);
  }
  if (!evaluateMixture(ws, points).ok) return null;
  const logLikelihood = ws.responsibilities.logEvidence.reduce((sum, value) => sum + value, 0);
  const numbers = pieces.length * (1 + D + (D * (D + 1)) / 2) - 1;
  return { criterion: numbers * Math.log(rows) - 2 * logLikelihood, gaussians: ws.parameters };
}

/**
 * How much of each of N points belongs to each of K Gaussians.
 *
 * @param points N x D
 * @returns N x K, rows sum to 1
 */
export function sharesOfBlobs(
  points: Float64Array,
  dimension: number,
  { weights, means, covariances }: MixtureParameters,
): Float64Array {
  const ws = createMixtureWorkspace(points.length / dimension, weights.length, dimension);
  ws.parameters.weights.set(weights);
  ws.parameters.means.set(means);
  ws.parameters.covariances.set(covariances);
  evaluateMixture(ws, points);
  return ws.responsibilities.posterior;
}

/** 1 for a ball, 0 for a line. */
function roundnessOf(covariances: Float64Array, k: number, D: number): number {
  let trace = 0;
  for (let i = 0; i < D; i++) trace += covariances[(k * D + i) * D + i];
  return (Math.exp(logDeterminant(covariances, k * D * D, D, 0) / D) * D) / trace;
}

/** Minus infinity where the matrix (D x D at `at`), with so much added to its diagonal, is singular. */
function logDeterminant(matrix: Float64Array, at: number, D: number, added: number): number {
  const factor = matrix.slice(at, at + D * D);
  for (let i = 0; i < D; i++) factor[i * D + i] += added;
  if (cholesky(factor, 0, D) !== POSITIVE_DEFINITE) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < D; i++) sum += 2 * Math.log(factor[i * D + i]);
  return sum;
}
