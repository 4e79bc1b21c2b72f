import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedRows, ownGaussian } from '../shared/data/ownRows.ts';
import type { EmSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainEmSnapshot(snapshot: EmSnapshot, dataset: Dataset) {
  const { clusters } = snapshot;
  return {
    data: observedRows(dataset),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    responsibilities: inRows(snapshot.responsibilities, clusters.length),
    assignments: Array.from(snapshot.assignments),
    clusters: clusters.map(({ id, weight, count, ...gaussian }) => ({
      id,
      weight,
      count,
      ...ownGaussian(dataset, gaussian),
    })),
    logLikelihood: snapshot.logLikelihood,
    freeEnergy: snapshot.freeEnergy,
    energy: snapshot.energy,
    entropy: snapshot.entropy,
    klGap: snapshot.klGap,
    nextHalf: snapshot.nextHalf,
    halfSteps: snapshot.halfSteps,
    falls: snapshot.falls,
    converged: snapshot.converged,
    startChoice: snapshot.startChoice,
  };
}
