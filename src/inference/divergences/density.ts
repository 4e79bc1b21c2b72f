/**
 * Densities on the line: a mixture of Gaussians, also cut off at one or both ends, or one that was
 * drawn by hand. All values are logarithms, so that two densities can be compared where both have
 * long since underflowed.
 */
import { createQuadrature, integrate } from '../../math/quadrature.ts';

/** A mixture of Gaussians, cut off outside [from, to] where these are given. */
export interface MixtureShape {
  readonly kind: 'mixture';
  /** K, >= 0; they are divided by their sum. */
  readonly weights: ArrayLike<number>;
  /** K */
  readonly means: ArrayLike<number>;
  /** K, standard deviations > 0. */
  readonly sds: ArrayLike<number>;
  /** Ends of the support; absent or infinite: not cut off there. */
  readonly from?: number;
  readonly to?: number;
}

/** Heights at points that are equally far from each other, joined by straight lines. */
export interface DrawnShape {
  readonly kind: 'drawn';
  readonly from: number;
  readonly to: number;
  /** At least 2, >= 0; they are divided by the area. */
  readonly heights: ArrayLike<number>;
}

export type DensityShape = MixtureShape | DrawnShape;

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A normalised density that `logDensity` reads. */
export interface Density {
  readonly shape: DensityShape;
  /** log of the integral of the shape. */
  readonly logMass: number;
  /** Of a mixture, one for each component with weight: log of its height at its mean. */
  readonly logPeaks: Float64Array;
  /** Of a mixture, likewise: 1 / standard deviation. */
  readonly inverseSds: Float64Array;
  /** Of a mixture, likewise. */
  readonly means: Float64Array;
  /** Where it is positive, in ascending order; ends may be infinite. */
  readonly support: readonly Interval[];
  /** Ascending places to cut integrals at; all of its mass lies between the first and the last. */
  readonly edges: Float64Array;
  readonly mean: number;
  readonly variance: number;
  /** In nats. */
  readonly entropy: number;
}

/** How far from a mean, in standard deviations, integrals go; outside lies e^-72 of the mass. */
const REACH = 12;
/** Where a component's integrals are cut, in standard deviations. */
const CUTS = [-REACH, -5, -2, 0, 2, 5, REACH];
/** A cut-off mixture with less mass left than this has no density to speak of. */
const LEAST_MASS = 1e-9;

/**
 * What keeps a shape from being a density, in a sentence that names the value; null if nothing does.
 */
export function problemOfShape(shape: DensityShape): string | null {
  return shape.kind === 'drawn' ? problemOfDrawn(shape) : problemOfMixture(shape);
}

function problemOfDrawn({ from, to, heights }: DrawnShape): string | null {
  if (heights.length < 2)
    return `A drawn density needs at least 2 points, not ${heights.length}: draw a stroke from left to right.`;
  if (!(Number.isFinite(from) && Number.isFinite(to) && to > from))
    return `A drawn density must go from one number to a larger one, not from ${from} to ${to}.`;
  let most = 0;
  for (let i = 0; i < heights.length; i++) {
    if (!(heights[i] >= 0 && heights[i] < Infinity))
      return `Height ${i + 1} of a drawn density is ${heights[i]}; expected a number that is not negative.`;
    most = Math.max(most, heights[i]);
  }
  return most > 0 ? null : 'A drawn density needs some mass: all its heights are 0.';
}

function problemOfMixture(shape: MixtureShape): string | null {
  const { weights, means, sds, from = -Infinity, to = Infinity } = shape;
  const K = weights.length;
  if (K === 0 || means.length !== K || sds.length !== K)
    return `A mixture needs a weight, a mean and a standard deviation for each component, not ${K}, ${means.length} and ${sds.length} of them.`;
  let sum = 0;
  for (let k = 0; k < K; k++) {
    if (!(weights[k] >= 0 && weights[k] < Infinity))
      return `Weight ${k + 1} is ${weights[k]}; expected a number that is not negative.`;
    if (!Number.isFinite(means[k])) return `Mean ${k + 1} is ${means[k]}; expected a number.`;
    if (!(sds[k] > 0 && sds[k] < Infinity))
      return `Standard deviation ${k + 1} is ${sds[k]}; expected a number above 0.`;
    sum += weights[k];
  }
  if (!(sum > 0)) return 'A mixture needs some mass: all its weights are 0.';
  if (!(from < to)) return `The density is cut off below ${from} and above ${to}: nothing is left.`;
  if (logMassOf(unscaledDensity(shape)) < Math.log(LEAST_MASS * sum))
    return `Between ${from} and ${to} the density has no mass left: move the cut towards the peaks.`;
  return null;
}

/**
 * @throws RangeError with the sentence of `problemOfShape`
 */
export function makeDensity(shape: DensityShape): Density {
  const problem = problemOfShape(shape);
  if (problem !== null) throw new RangeError(problem);
  const unscaled = unscaledDensity(shape);
  const logMass = logMassOf(unscaled);
  const density = { ...unscaled, logMass, logPeaks: unscaled.logPeaks.map((log) => log - logMass) };
  const mean = expectation(density, (x, p) => p * x);
  return {
    ...density,
    mean,
    variance: expectation(density, (x, p) => p * (x - mean) ** 2),
    entropy: expectation(density, (_, p, log) => (p > 0 ? -p * log : 0)),
  };
}

/** Everything of a density that its values take; of mass 1 once its mass has been taken out. */
type Values = Pick<
  Density,
  'shape' | 'logMass' | 'logPeaks' | 'inverseSds' | 'means' | 'support' | 'edges'
>;

function unscaledDensity(shape: DensityShape): Values {
  const common = { shape, logMass: 0, support: supportOf(shape), edges: edgesOf(shape) };
  const none = new Float64Array(0);
  if (shape.kind === 'drawn') return { ...common, logPeaks: none, inverseSds: none, means: none };
  const { weights, means, sds } = shape;
  const kept = Array.from(weights, (_, k) => k).filter((k) => weights[k] > 0);
  return {
    ...common,
    logPeaks: Float64Array.from(kept, (k) => Math.log(weights[k] / sds[k]) - HALF_LOG_TWO_PI),
    inverseSds: Float64Array.from(kept, (k) => 1 / sds[k]),
    means: Float64Array.from(kept, (k) => means[k]),
  };
}

/** Integral of g(x, p(x), log p(x)). */
function expectation(density: Values, g: (x: number, p: number, log: number) => number): number {
  return integrate(
    createQuadrature(1),
    (x, out) => {
      const log = logDensity(density, x);
      out[0] = g(x, Math.exp(log), log);
    },
    density.edges,
  )[0];
}

/** One Gaussian as a density. */
export function gaussianDensity(mean: number, sd: number): Density {
  return makeDensity({ kind: 'mixture', weights: [1], means: [mean], sds: [sd] });
}

/** log p(x); -Infinity outside the support. */
export function logDensity(density: Values, x: number): number {
  const { shape, logPeaks, inverseSds, means } = density;
  if (shape.kind === 'drawn') return Math.log(heightAt(shape, x)) - density.logMass;
  if (x < (shape.from ?? -Infinity) || x > (shape.to ?? Infinity)) return -Infinity;
  let most = -Infinity;
  for (let k = 0; k < means.length; k++) {
    const z = (x - means[k]) * inverseSds[k];
    most = Math.max(most, logPeaks[k] - (z * z) / 2);
  }
  if (means.length === 1) return most;
  let sum = 0;
  for (let k = 0; k < means.length; k++) {
    const z = (x - means[k]) * inverseSds[k];
    sum += Math.exp(logPeaks[k] - (z * z) / 2 - most);
  }
  return most + Math.log(sum);
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/**
 * The component that a mixture is far out on one side: the widest, of equally wide ones that which
 * lies farthest out. Null where the density ends on that side.
 */
export function tailOf({ shape, means, inverseSds, support }: Density, side: -1 | 1) {
  const end = side < 0 ? support[0].from : support[support.length - 1].to;
  if (shape.kind === 'drawn' || Number.isFinite(end)) return null;
  let widest = 0;
  for (let k = 1; k < means.length; k++) {
    const isWider = inverseSds[k] < inverseSds[widest];
    const isFarther =
      inverseSds[k] === inverseSds[widest] && side * means[k] > side * means[widest];
    if (isWider || isFarther) widest = k;
  }
  return { mean: means[widest], precision: inverseSds[widest] ** 2 };
}

function heightAt({ from, to, heights }: DrawnShape, x: number): number {
  if (x < from || x > to) return 0;
  const place = ((x - from) / (to - from)) * (heights.length - 1);
  const left = Math.min(Math.floor(place), heights.length - 2);
  const share = place - left;
  return heights[left] * (1 - share) + heights[left + 1] * share;
}

/** log of the integral of a shape; -Infinity where nothing is left. */
function logMassOf(density: Values): number {
  const { shape, edges } = density;
  if (shape.kind === 'drawn') {
    const { from, to, heights } = shape;
    let sum = 0;
    for (let i = 0; i + 1 < heights.length; i++) sum += (heights[i] + heights[i + 1]) / 2;
    return Math.log((sum * (to - from)) / (heights.length - 1));
  }
  const { from = -Infinity, to = Infinity } = shape;
  if (from === -Infinity && to === Infinity) return Math.log(sumOf(shape.weights));
  // What is left may be a far tail: its height comes out of the integral, which is exact then.
  let most = -Infinity;
  for (const edge of edges) most = Math.max(most, logDensity(density, edge));
  if (most === -Infinity) return most;
  return most + Math.log(expectation(density, (_x, _p, log) => Math.exp(log - most)));
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}

function supportOf(shape: DensityShape): Interval[] {
  const { from = -Infinity, to = Infinity } = shape;
  if (shape.kind === 'mixture') return [{ from, to }];
  const { heights } = shape;
  const at = (i: number) => from + ((to - from) * i) / (heights.length - 1);
  const support: Interval[] = [];
  for (let i = 0; i + 1 < heights.length; i++) {
    if (heights[i] === 0 && heights[i + 1] === 0) continue;
    const last = support.at(-1);
    if (last?.to === at(i)) support[support.length - 1] = { from: last.from, to: at(i + 1) };
    else support.push({ from: at(i), to: at(i + 1) });
  }
  return support;
}

function edgesOf(shape: DensityShape): Float64Array {
  if (shape.kind === 'drawn') {
    const { from, to, heights } = shape;
    return Float64Array.from(heights, (_, i) => from + ((to - from) * i) / (heights.length - 1));
  }
  const { means, sds, from = -Infinity, to = Infinity } = shape;
  const edges = Array.from(means).flatMap((mean, k) => CUTS.map((cut) => mean + cut * sds[k]));
  for (const end of [from, to]) if (Number.isFinite(end)) edges.push(end);
  return Float64Array.from(edges.filter((edge) => edge >= from && edge <= to)).sort();
}
