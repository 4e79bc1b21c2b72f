/**
 * From the encoder's outputs to node potentials in information form: mean a and log-precision b
 * become J = exp(5 tanh(b / 5)) and h = J a.
 */
import { squash, squashSlope } from './squash.ts';

/**
 * What the encoder says about each latent: psi(x) = -x' diag(precision) x / 2 + linear' x,
 * a diagonal Gaussian in information form. B rows of d each, row-major.
 */
export interface NodePotentials {
  /** J, >= 0 */
  readonly precision: Float64Array;
  /** h */
  readonly linear: Float64Array;
}

/** Node potentials of `rows` data points with what their adjoint needs. All rows x d, row-major. */
export interface PotentialBuffers extends NodePotentials {
  readonly rows: number;
  /** a */
  readonly mean: Float64Array;
  /** 5 tanh(b / 5) */
  readonly logPrecision: Float64Array;
}

export function createPotentialBuffers(rows: number, dimension: number): PotentialBuffers {
  const create = () => new Float64Array(rows * dimension);
  return {
    rows,
    mean: create(),
    logPrecision: create(),
    precision: create(),
    linear: create(),
  };
}

/** Fills log-precision, precision and linear from `buffers.mean` and the raw b (rows x d). */
export function nodePotential(raw: Float64Array, buffers: PotentialBuffers): void {
  const { mean, logPrecision, precision, linear } = buffers;
  for (let k = 0; k < mean.length; k++) {
    logPrecision[k] = squash(raw[k]);
    precision[k] = Math.exp(logPrecision[k]);
    linear[k] = precision[k] * mean[k];
  }
}

/** Gradients of a and b into `dMean` and `dRaw` from those of J and h. All rows x d. */
export function nodePotentialBackward(
  buffers: PotentialBuffers,
  dPrecision: Float64Array,
  dLinear: Float64Array,
  dMean: Float64Array,
  dRaw: Float64Array,
): void {
  const { mean, logPrecision, precision } = buffers;
  for (let k = 0; k < mean.length; k++) {
    dMean[k] = dLinear[k] * precision[k];
    dRaw[k] = (dPrecision[k] + dLinear[k] * mean[k]) * precision[k] * squashSlope(logPrecision[k]);
  }
}
