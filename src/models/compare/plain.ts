import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../parts/inRows.ts';
import type { CompareSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainCompareSnapshot(snapshot: CompareSnapshot, dataset: Dataset) {
  const { dataDimension, gmm, vae, svae, course } = snapshot;
  return {
    data: inRows(dataset.values, dataDimension),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    gmm: {
      assignments: Array.from(gmm.assignments),
      clusters: gmm.clusters.map(({ id, weight, mean, covariance }) => ({
        id,
        weight,
        mean: [...mean],
        covariance: inRows(covariance, dataDimension),
      })),
      converged: gmm.converged,
    },
    vae: {
      latents: inRows(vae.latents, vae.latentDimension),
      reconstructions: inRows(vae.reconstructions, dataDimension),
    },
    svae: {
      latents: inRows(svae.latents, svae.latentDimension),
      assignments: Array.from(svae.assignments),
      reconstructions: inRows(svae.reconstructions, dataDimension),
      clusters: svae.clusters.map(({ id, weight, mean, covariance }) => ({
        id,
        weight,
        mean: [...mean],
        covariance: inRows(covariance, svae.latentDimension),
      })),
    },
    bounds: { ...course },
  };
}
