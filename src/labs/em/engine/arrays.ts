/** Clusters as arrays in the units of the data, and from there back. */
import {
  type ColumnUnits,
  covarianceInOwnUnits,
  fromOwn,
  inOwnUnits,
} from '../../../datasets/columnUnits.ts';
import type { Points } from '../../../datasets/dataset.ts';
import { assignments } from '../../../inference/expectationMaximisation/responsibilities.ts';
import type { NamedArrays } from '../../engine.ts';
import { float64, int32, rowsArrays, type Taken } from '../../shared/engine/arrays.ts';
import { posteriorArrays } from '../../shared/engine/mixtureArrays.ts';
import type { EmAlgorithm } from '../settings.ts';
import type { MixtureFit } from './fit.ts';

/** What each algorithm learns; the rest is set. */
const LEARNED: Readonly<Record<EmAlgorithm, readonly string[]>> = {
  'k-means': ['means'],
  'soft-k-means': ['weights', 'means'],
  gmm: ['weights', 'means', 'covariances'],
  'bayesian-gmm': ['weights', 'means', 'covariances', 'alpha', 'kappa', 'nu'],
};

export function clusterArrays(fit: MixtureFit, { units, dimension: D }: Points) {
  const { weights, means, covariances } = fit.parameters;
  const K = weights.length;
  const own = Array.from({ length: K }, (_, k) =>
    covarianceInOwnUnits(units, covariances.subarray(k * D * D, (k + 1) * D * D)),
  );
  return {
    weights: float64(weights, K),
    means: float64(inOwnUnits(units, means), K, D),
    covariances: float64(own.flat(), K, D, D),
    ...(fit.isBayesian && posteriorArrays(fit.layout, fit.natural)),
  };
}

/** The arrays of the clusters that are read back. */
export const learnedArrays = (
  fit: MixtureFit,
  dataset: Points,
  algorithm: EmAlgorithm,
): NamedArrays =>
  Object.fromEntries(
    Object.entries(clusterArrays(fit, dataset)).filter(([name]) =>
      LEARNED[algorithm].includes(name),
    ),
  );

export function emArraysOf(fit: MixtureFit, dataset: Points, algorithm: EmAlgorithm): NamedArrays {
  const { rows, components: K, q, posterior, logJoint, logEvidence } = fit.responsibilities;
  const most = assignments(logJoint, K);
  const hard = posterior.map((_, at) => Number(most[Math.floor(at / K)] === at % K));
  return {
    ...clusterArrays(fit, dataset),
    ...rowsArrays(dataset),
    q: float64(q, rows, K),
    responsibilities: float64(algorithm === 'k-means' ? hard : posterior, rows, K),
    assignments: int32(most, rows),
    log_evidence: float64(logEvidence, rows),
  };
}

/** What was changed, in model units. */
export function inModelUnits(taken: Taken, units: ColumnUnits): Taken {
  const D = units.length;
  const { means, covariances } = taken;
  return {
    ...taken,
    ...(means && { means: means.map((value, at) => fromOwn(units[at % D], value)) }),
    ...(covariances && {
      covariances: covariances.map(
        (value, at) => value / (units[Math.floor(at / D) % D].scale * units[at % D].scale),
      ),
    }),
  };
}
