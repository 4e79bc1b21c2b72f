/** Figures of a mixture besides its bound. */
import {
  createMixtureWorkspace,
  evaluateMixture,
  type MixtureWorkspace,
} from '../../../inference/expectationMaximisation/gaussianMixture.ts';
import type { Status } from '../../../math/status.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import { type BoundParts, freeEnergyOf } from '../../shared/engine/emCourse.ts';
import type { EmSettings } from '../settings.ts';
import type { MixtureFit } from './fit.ts';

/** The bound of a fit where it stands. */
export function boundPartsOf({
  bound,
  isBayesian,
  responsibilities: { rows },
}: MixtureFit): BoundParts {
  return {
    logLikelihood: isBayesian ? null : bound.logLikelihood / rows,
    energy: bound.energy / rows,
    entropy: bound.entropy / rows,
    globalKl: bound.globalKl / rows,
  };
}

/**
 * The same in the terms that all labs share.
 *
 * @param counts summed responsibilities, if they are known already
 */
export function elboOf(fit: MixtureFit, counts = fit.counts()): ObjectiveTerms {
  const parts = boundPartsOf(fit);
  const { globalKl } = parts;
  const total = freeEnergyOf(parts);
  const reconstruction = fit.expectedLogLikelihood(counts) / fit.responsibilities.rows;
  return { total, reconstruction, localKl: reconstruction - globalKl - total, globalKl };
}

/** Mean squared distance of a row from its clusters' means. */
export function distortion(fit: MixtureFit, values: Float64Array): number {
  const { rows, components: K, q } = fit.responsibilities;
  const { means } = fit.parameters;
  const d = fit.dimension;
  let sum = 0;
  for (let n = 0, at = 0; n < rows; n++)
    for (let k = 0; k < K; k++, at++) {
      if (q[at] === 0) continue;
      for (let i = 0; i < d; i++) sum += q[at] * (values[n * d + i] - means[k * d + i]) ** 2;
    }
  return sum / rows;
}

/** log p of points (M x D) that were not learned from, per point in nats. */
export function densityOf(density: MixtureDensity, values: Float64Array): number {
  const { logEvidence, rows } = densitiesAt(density, values).responsibilities;
  return logEvidence.reduce((sum, value) => sum + value, 0) / rows;
}

/** What a fit says of other rows than its own. */
export type MixtureDensity = Pick<MixtureFit, 'parameters' | 'dimension' | 'logVolume'>;

/** The densities at points (M x D) that were not learned from. */
export function densitiesAt(
  { parameters, dimension: d, logVolume }: MixtureDensity,
  values: Float64Array,
): MixtureWorkspace {
  const ws = createMixtureWorkspace(values.length / d, parameters.weights.length, d, logVolume);
  for (const name of ['weights', 'means', 'covariances'] as const)
    ws.parameters[name].set(parameters[name]);
  requireOk(evaluateMixture(ws, values));
  return ws;
}

/** Numbers an M-step can choose. */
export function parameterCount({ algorithm, clusters }: EmSettings, d: number): number {
  const means = clusters * d;
  if (algorithm === 'k-means') return means;
  const weights = clusters - 1;
  return means + weights + (algorithm === 'soft-k-means' ? 0 : (clusters * d * (d + 1)) / 2);
}

/** Throws an Error in words when the clusters have no densities. */
export function requireOk(status: Status): void {
  if (status.ok) return;
  throw new Error(`The clusters could not be read: the ${status.what} is ${status.value}.`);
}
