import { toOwn } from '../../datasets/columnUnits.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedRows } from '../shared/data/ownRows.ts';
import { inOwnUnits } from './ownUnits.ts';
import type { ExpertsSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per point. */
export function plainExpertsSnapshot(snapshot: ExpertsSnapshot, dataset: Dataset) {
  const { x, predictions, gates, mean, spread } = snapshot;
  const experts = inOwnUnits(snapshot.experts, dataset.units);
  const K = experts.length;
  const [unitX, unitY] = dataset.units;
  return {
    data: observedRows(dataset),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    responsibilities: inRows(snapshot.responsibilities, K),
    assignments: Array.from(snapshot.assignments),
    experts: experts.map((expert) => ({ ...expert, gate: { ...expert.gate } })),
    curves: Array.from(x, (place, g) => ({
      x: toOwn(unitX, place),
      mean: toOwn(unitY, mean[g]),
      spread: unitY.scale * spread[g],
      predictions: Array.from(predictions.subarray(g * K, (g + 1) * K), (y) => toOwn(unitY, y)),
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
