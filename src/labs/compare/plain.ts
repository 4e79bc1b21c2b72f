import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedRows, ownGaussian, ownRows } from '../shared/data/ownRows.ts';
import type { CompareSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainCompareSnapshot(snapshot: CompareSnapshot, dataset: Dataset) {
  const { gmm, vae, svae, course } = snapshot;
  return {
    data: observedRows(dataset),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    gmm: {
      assignments: Array.from(gmm.assignments),
      clusters: gmm.clusters.map(({ id, weight, ...gaussian }) => ({
        id,
        weight,
        ...ownGaussian(dataset, gaussian),
      })),
      converged: gmm.converged,
    },
    vae: {
      latents: inRows(vae.latents, vae.latentDimension),
      reconstructions: ownRows(dataset, vae.reconstructions),
    },
    svae: {
      latents: inRows(svae.latents, svae.latentDimension),
      assignments: Array.from(svae.assignments),
      reconstructions: ownRows(dataset, svae.reconstructions),
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
