import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedRows, ownRows } from '../shared/data/ownRows.ts';
import type { VaeSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainVaeSnapshot(snapshot: VaeSnapshot, dataset: Dataset) {
  const { latentDimension: d, factors } = snapshot;
  return {
    data: observedRows(dataset),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    latents: inRows(snapshot.latents, d),
    deviations: inRows(snapshot.deviations, d),
    covarianceFactors: factors && inRows(factors, d * d),
    reconstructions: ownRows(dataset, snapshot.reconstructions),
    gain: Array.from(snapshot.rowGain),
    kl: Array.from(snapshot.rowKl),
    klByDimension: [...snapshot.coordinateKl],
  };
}
