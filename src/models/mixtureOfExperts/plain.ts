import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../parts/inRows.ts';
import type { ExpertsSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainExpertsSnapshot(snapshot: ExpertsSnapshot, dataset: Dataset) {
  const { experts, x, predictions, gates, mean, spread } = snapshot;
  const K = experts.length;
  return {
    data: inRows(dataset.values, dataset.dimension),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    responsibilities: inRows(snapshot.responsibilities, K),
    assignments: Array.from(snapshot.assignments),
    experts: experts.map((expert) => ({ ...expert, gate: { ...expert.gate } })),
    curves: Array.from(x, (place, g) => ({
      x: place,
      mean: mean[g],
      spread: spread[g],
      predictions: Array.from(predictions.subarray(g * K, (g + 1) * K)),
      gates: Array.from(gates.subarray(g * K, (g + 1) * K)),
    })),
    logLikelihood: snapshot.logLikelihood,
    freeEnergy: snapshot.freeEnergy,
    klGap: snapshot.klGap,
    nextHalf: snapshot.nextHalf,
    halfSteps: snapshot.halfSteps,
    falls: snapshot.falls,
    converged: snapshot.converged,
  };
}
