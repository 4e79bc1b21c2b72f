/** Places and weights that replace a standard normal, so that an expectation becomes a sum. */
import { cholesky, POSITIVE_DEFINITE, solveLower } from '../../math/cholesky.ts';
import { fillNormal, type Random } from '../../math/random.ts';
import { addOuter } from '../../math/smallMatrix.ts';

export interface ExpectationRule {
  /** d */
  readonly dimension: number;
  readonly count: number;
  /** count x d */
  readonly nodes: Float64Array;
  /** count, sum to 1 */
  readonly weights: Float64Array;
}

/** Newton's iterations to a root; they converge quadratically from a close start. */
const ITERATIONS = 50;

/**
 * Gauss-Hermite quadrature: exact for polynomials of degree 2 `nodes` - 1. The roots of the Hermite
 * polynomial of the weight exp(-x^2 / 2), by Newton's method with the roots already found divided out.
 *
 * @param nodes 1..64
 */
export function hermiteRule(nodes: number): ExpectationRule {
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > 64)
    throw new RangeError(`A Gauss-Hermite rule has 1 to 64 nodes, not ${nodes}.`);
  const at = new Float64Array(nodes);
  const weights = new Float64Array(nodes);
  for (let i = 0; i < Math.ceil(nodes / 2); i++) {
    const x = root(nodes, at.subarray(0, i), i);
    const { previous } = hermite(nodes, x);
    // 1 / (n h_(n-1)(x)^2) with orthonormal polynomials.
    const weight = 1 / (nodes * previous * previous);
    at[i] = x;
    at[nodes - 1 - i] = -x;
    weights[i] = weight;
    weights[nodes - 1 - i] = weight;
  }
  return { dimension: 1, count: nodes, nodes: at, weights };
}

/** The product of a rule with itself: expectations in the plane. */
export function planeRule({ count, nodes, weights }: ExpectationRule): ExpectationRule {
  const places = new Float64Array(2 * count * count);
  const products = new Float64Array(count * count);
  for (let k = 0; k < count * count; k++) {
    const [i, j] = [Math.floor(k / count), k % count];
    places[2 * k] = nodes[i];
    places[2 * k + 1] = nodes[j];
    products[k] = weights[i] * weights[j];
  }
  return { dimension: 2, count: count * count, nodes: places, weights: products };
}

/**
 * Draws with their mirror images, stretched so that their covariance is that of the standard normal:
 * expectations of quadratic functions have no error of sampling, and log-likelihoods are nearly that
 * where q is narrow.
 *
 * @param pairs at least `dimension`
 */
export function matchedRule(dimension: number, pairs: number, random: Random): ExpectationRule {
  const draws = new Float64Array(pairs * dimension);
  fillNormal(random, draws);
  const factor = new Float64Array(dimension * dimension);
  for (let k = 0; k < pairs; k++)
    addOuter(dimension, 1 / pairs, draws, k * dimension, draws, k * dimension, factor, 0);
  if (cholesky(factor, 0, dimension) !== POSITIVE_DEFINITE)
    throw new RangeError(`${pairs} draws do not span ${dimension} dimensions.`);
  for (let k = 0; k < pairs; k++) solveLower(factor, 0, draws, k * dimension, dimension);
  const nodes = new Float64Array(2 * draws.length);
  nodes.set(draws);
  nodes.set(
    draws.map((value) => -value),
    draws.length,
  );
  const count = 2 * pairs;
  return { dimension, count, nodes, weights: new Float64Array(count).fill(1 / count) };
}

/** The root number `index` from the largest. */
function root(n: number, found: Float64Array, index: number): number {
  if (2 * index + 1 === n) return 0;
  // Beyond the largest root for the first, between its neighbour and 0 for the others.
  let x = index === 0 ? Math.sqrt(4 * n + 2) : found[index - 1] - 1e-3;
  for (let i = 0; i < ITERATIONS; i++) {
    const { value, previous } = hermite(n, x);
    // h_n' = sqrt(n) h_(n-1); roots found and their mirror images are divided out.
    let slope = (Math.sqrt(n) * previous) / value;
    for (const other of found) slope -= 1 / (x - other) + 1 / (x + other);
    const step = 1 / slope;
    x -= step;
    if (Math.abs(step) < 1e-15 * Math.max(1, Math.abs(x)) || value === 0) break;
  }
  return x;
}

/** The orthonormal Hermite polynomials of degrees n and n - 1 at x. */
function hermite(n: number, x: number): { readonly value: number; readonly previous: number } {
  let previous = 0;
  let value = 1;
  for (let k = 1; k <= n; k++) {
    const next = (x * value - Math.sqrt(k - 1) * previous) / Math.sqrt(k);
    previous = value;
    value = next;
  }
  return { value, previous };
}
