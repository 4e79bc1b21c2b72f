/**
 * EM for mixtures of Gaussians: k-means, soft k-means and the full mixture are one algorithm with
 * three dials (lecture notes 9.4; thesis 2.1, 4.1).
 *
 * N rows, K components, D dimension. Matrices are row-major. After `createMixtureWorkspace`
 * nothing is allocated. One iteration: `evaluateMixture`, E-step (`assignSoftly` or `assignHard` of
 * `responsibilities.ts`), `maximiseMixture`.
 */
import { choleskyWithInverse, POSITIVE_DEFINITE } from '../../math/cholesky.ts';
import { OK, type Status } from '../../math/status.ts';
import { type ComponentDensities, fillLogJoint } from './componentDensities.ts';
import { createFloorScratch, type FloorScratch, raiseToFloor } from './covarianceFloor.ts';
import { type Moments, NO_MEAN_BELOW, weightedCovariances, weightedMeans } from './moments.ts';
import {
  createResponsibilities,
  normaliseRows,
  type Responsibilities,
} from './responsibilities.ts';

/** What an M-step learns besides the means; the third dial is the kind of E-step. */
export interface MixtureDials {
  /** pi_k: equal and fixed, or the share of responsibility (9.17). */
  readonly weights: 'equal' | 'learned';
  /** sigma^2 I for all, fixed (9.3), or one of its own for each component. */
  readonly covariances: 'fixed' | 'full';
  /** sigma^2 where covariances are fixed. */
  readonly fixedVariance: number;
  /** Least variance of a full covariance along any direction, > 0. */
  readonly varianceFloor: number;
}

/** theta */
export interface MixtureParameters {
  /** K, sum to 1. */
  readonly weights: Float64Array;
  /** K x D */
  readonly means: Float64Array;
  /** K x D x D */
  readonly covariances: Float64Array;
}

/** What the last M-step found out of the ordinary, by component. */
export interface MixtureConditions {
  /** K: 1 where a component had no responsibility for any row and kept its mean and covariance. */
  readonly empty: Uint8Array;
  /** K: 1 where the covariance was singular, or nearly so, and was raised to the floor. */
  readonly singular: Float64Array;
}

export interface MixtureWorkspace {
  readonly dimension: number;
  /** Taken off each row's log-density: rows are then measured in other units than they come in. */
  readonly logVolume: number;
  readonly parameters: MixtureParameters;
  readonly responsibilities: Responsibilities;
  readonly conditions: MixtureConditions;
  /** What the M-step sums up; means and covariances are those of `parameters`. */
  readonly moments: Moments;
  readonly densities: ComponentDensities;
  readonly factor: Float64Array;
  readonly inverse: Float64Array;
  readonly floor: FloorScratch;
}

export function createMixtureParameters(components: number, dimension: number): MixtureParameters {
  return {
    weights: new Float64Array(components).fill(1 / components),
    means: new Float64Array(components * dimension),
    covariances: new Float64Array(components * dimension * dimension),
  };
}

export function createMixtureWorkspace(
  rows: number,
  components: number,
  dimension: number,
  logVolume = 0,
): MixtureWorkspace {
  const parameters = createMixtureParameters(components, dimension);
  const matrix = () => new Float64Array(dimension * dimension);
  return {
    dimension,
    logVolume,
    parameters,
    responsibilities: createResponsibilities(rows, components),
    conditions: { empty: new Uint8Array(components), singular: new Float64Array(components) },
    moments: { ...parameters, counts: new Float64Array(components) },
    densities: {
      logScale: new Float64Array(components),
      means: parameters.means,
      whitening: new Float64Array(components * dimension * dimension),
    },
    factor: matrix(),
    inverse: matrix(),
    floor: createFloorScratch(dimension),
  };
}

/** Puts the parameters where the dials hold them: equal weights, covariances sigma^2 I. */
export function applyDials(ws: MixtureWorkspace, dials: MixtureDials): void {
  const { weights, covariances } = ws.parameters;
  const { dimension: d } = ws;
  if (dials.weights === 'equal') weights.fill(1 / weights.length);
  if (dials.covariances === 'fixed') {
    covariances.fill(0);
    for (let k = 0; k < weights.length; k++)
      for (let i = 0; i < d; i++) covariances[(k * d + i) * d + i] = dials.fixedVariance;
    return;
  }
  for (let k = 0; k < weights.length; k++)
    raiseToFloor(covariances, k * d * d, d, dials.varianceFloor, ws.floor);
}

/**
 * Joint densities, posteriors and log-likelihood of all rows at the parameters as they are.
 *
 * @param values N x D
 * @returns bad when a covariance is not positive definite, with its component as the index
 */
export function evaluateMixture(ws: MixtureWorkspace, values: Float64Array): Status {
  const { dimension: d, parameters, densities, factor, inverse } = ws;
  const { weights, covariances } = parameters;
  const size = d * d;
  for (let k = 0; k < weights.length; k++) {
    for (let i = 0; i < size; i++) factor[i] = covariances[k * size + i];
    const pivot = choleskyWithInverse(factor, 0, inverse, 0, d);
    if (pivot !== POSITIVE_DEFINITE) {
      return { ok: false, what: 'covariance pivot', value: factor[pivot * d + pivot], index: k };
    }
    let logScale = Math.log(weights[k]) - (d / 2) * Math.log(2 * Math.PI) - ws.logVolume;
    for (let i = 0; i < d; i++) logScale += Math.log(inverse[i * d + i]);
    densities.logScale[k] = logScale;
    for (let i = 0; i < size; i++) densities.whitening[k * size + i] = inverse[i];
  }
  fillLogJoint(densities, values, d, ws.responsibilities);
  normaliseRows(ws.responsibilities);
  return OK;
}

/**
 * The M-step: weights (9.17), means (9.19, 9.21) and covariances that maximise the energy of q.
 * An empty component keeps its mean and covariance; a singular covariance is raised to the floor;
 * `conditions` says which.
 *
 * @param values N x D
 */
export function maximiseMixture(
  ws: MixtureWorkspace,
  values: Float64Array,
  dials: MixtureDials,
): void {
  const { dimension: d, parameters, conditions, responsibilities } = ws;
  const { rows, components: K } = responsibilities;
  const { counts } = ws.moments;
  weightedMeans(ws.moments, values, d, responsibilities);
  for (let k = 0; k < K; k++) {
    conditions.empty[k] = counts[k] < NO_MEAN_BELOW ? 1 : 0;
    conditions.singular[k] = 0;
    if (dials.weights === 'learned') parameters.weights[k] = counts[k] / rows;
  }
  if (dials.covariances === 'fixed') return;
  weightedCovariances(ws.moments, values, d, responsibilities);
  for (let k = 0; k < K; k++) {
    if (conditions.empty[k] === 1) continue;
    const at = k * d * d;
    if (raiseToFloor(parameters.covariances, at, d, dials.varianceFloor, ws.floor))
      conditions.singular[k] = 1;
  }
}
