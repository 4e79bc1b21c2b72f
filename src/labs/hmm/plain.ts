import { toOwn } from '../../datasets/columnUnits.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedRows } from '../shared/data/ownRows.ts';
import type { HmmSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays in the units of the data, for scripts, tests and exports. */
export function plainHmmSnapshot(snapshot: HmmSnapshot, dataset: Dataset) {
  const [unit] = dataset.units;
  const { states } = snapshot;
  return {
    data: observedRows(dataset),
    labels: dataset.labels ? Array.from(dataset.labels) : null,
    states: states.map(({ transition, ...state }) => ({
      ...state,
      mean: toOwn(unit, state.mean),
      deviation: unit.scale * state.deviation,
    })),
    transition: states.map(({ transition }) => [...transition]),
    responsibilities: inRows(snapshot.responsibilities, states.length),
    assignments: Array.from(snapshot.assignments),
    logLikelihood: snapshot.logLikelihood,
    freeEnergy: snapshot.freeEnergy,
    klGap: snapshot.klGap,
    nextHalf: snapshot.nextHalf,
    halfSteps: snapshot.halfSteps,
    falls: snapshot.falls,
    converged: snapshot.converged,
  };
}
