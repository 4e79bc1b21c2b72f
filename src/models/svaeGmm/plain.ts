import type { Dataset } from '../../datasets/dataset.ts';
import type { SvaeGmmSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainSvaeGmmSnapshot(snapshot: SvaeGmmSnapshot, dataset: Dataset) {
  const { dataDimension, latentDimension } = snapshot;
  return {
    data: inRows(dataset.values, dataDimension),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    latents: inRows(snapshot.latents, latentDimension),
    assignments: Array.from(snapshot.assignments),
    reconstructions: inRows(snapshot.reconstructions, dataDimension),
    clusters: snapshot.clusters.map(({ id, weight, mean, covariance, removed }) => ({
      id,
      weight,
      mean: [...mean],
      covariance: inRows(covariance, latentDimension),
      removed,
    })),
  };
}

function inRows(values: ArrayLike<number>, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => values[row * columns + column]),
  );
}
