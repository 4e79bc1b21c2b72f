import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedRows, ownRows } from '../shared/data/ownRows.ts';
import type { SvaeGmmSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainSvaeGmmSnapshot(snapshot: SvaeGmmSnapshot, dataset: Dataset) {
  const { latentDimension } = snapshot;
  return {
    data: observedRows(dataset),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    latents: inRows(snapshot.latents, latentDimension),
    assignments: Array.from(snapshot.assignments),
    reconstructions: ownRows(dataset, snapshot.reconstructions),
    clusters: snapshot.clusters.map(({ id, weight, mean, covariance, removed }) => ({
      id,
      weight,
      mean: [...mean],
      covariance: inRows(covariance, latentDimension),
      removed,
    })),
  };
}
