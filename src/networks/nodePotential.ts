/**
 * From the encoder's outputs to node potentials in information form: mean a and log-precision b
 * become J = exp(5 tanh(b / 5)) and h = J a. A full potential has d(d-1)/2 more outputs, see
 * `fullPotential`.
 */
import { fullPotential, fullPotentialBackward } from './fullPotential.ts';
import type { PotentialKind } from './shape.ts';
import { squash, squashSlope } from './squash.ts';

/**
 * What the encoder says about each latent: psi(x) = -x' J x / 2 + linear' x, a Gaussian in
 * information form. B rows of d dimensions, row-major.
 */
export interface NodePotentials {
  /** J >= 0: its diagonal, B x d, or where potentials are full all of it, B x d x d and symmetric. */
  readonly precision: Float64Array;
  /** h, B x d */
  readonly linear: Float64Array;
}

/** Node potentials of `rows` data points with what their adjoint needs. rows x d, row-major. */
export interface PotentialBuffers extends NodePotentials {
  readonly rows: number;
  /** a */
  readonly mean: Float64Array;
  /** 5 tanh(b / 5) */
  readonly logPrecision: Float64Array;
  /** rows x d x d: lower triangular C with J = C C'; null where J is diagonal. */
  readonly factor: Float64Array | null;
}

export function createPotentialBuffers(
  rows: number,
  dimension: number,
  kind: PotentialKind = 'diagonal',
): PotentialBuffers {
  const create = () => new Float64Array(rows * dimension);
  const matrices = () => new Float64Array(rows * dimension * dimension);
  return {
    rows,
    mean: create(),
    logPrecision: create(),
    precision: kind === 'full' ? matrices() : create(),
    linear: create(),
    factor: kind === 'full' ? matrices() : null,
  };
}

/**
 * Fills log-precision, precision and linear from `buffers.mean` and the raw b (rows x d; of full
 * potentials rows x d(d+1)/2, those that couple dimensions last).
 */
export function nodePotential(raw: Float64Array, buffers: PotentialBuffers): void {
  const { mean, logPrecision, precision, linear, factor } = buffers;
  if (factor) {
    fullPotential(raw, buffers, factor);
    return;
  }
  for (let k = 0; k < mean.length; k++) {
    logPrecision[k] = squash(raw[k]);
    precision[k] = Math.exp(logPrecision[k]);
    linear[k] = precision[k] * mean[k];
  }
}

/** Gradients of a and b into `dMean` and `dRaw` from those of J and h, each like what it is of. */
export function nodePotentialBackward(
  buffers: PotentialBuffers,
  dPrecision: Float64Array,
  dLinear: Float64Array,
  dMean: Float64Array,
  dRaw: Float64Array,
): void {
  const { mean, logPrecision, precision, factor } = buffers;
  if (factor) {
    fullPotentialBackward(buffers, factor, dPrecision, dLinear, dMean, dRaw);
    return;
  }
  for (let k = 0; k < mean.length; k++) {
    dMean[k] = dLinear[k] * precision[k];
    dRaw[k] = (dPrecision[k] + dLinear[k] * mean[k]) * precision[k] * squashSlope(logPrecision[k]);
  }
}

/** Copies of diagonal node potentials, T x d, without evidence beyond the first `size` values. */
export function seenPotentials({ precision, linear }: NodePotentials, size: number) {
  return { precision: precision.slice().fill(0, size), linear: linear.slice().fill(0, size) };
}
