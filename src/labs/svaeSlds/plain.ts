import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedStretch } from '../shared/data/observedStretch.ts';
import { ownRows } from '../shared/data/ownRows.ts';
import type { SvaeSldsSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per step. */
export function plainSvaeSldsSnapshot(snapshot: SvaeSldsSnapshot, dataset: Dataset) {
  const { dataDimension: D, latentDimension: d, stateCount: K } = snapshot;
  return {
    data: inRows(observedStretch(snapshot, dataset), D),
    prediction: ownRows(dataset, snapshot.prediction),
    latents: inRows(snapshot.latents, d),
    states: snapshot.states.map((state) => ({
      ...state,
      transition: inRows(state.transition, d),
      offset: [...state.offset],
      noise: inRows(state.noise, d),
      eigenvalues: state.eigenvalues.map(({ re, im }) => ({ re, im })),
    })),
    chain: inRows(snapshot.chain, K),
    initial: [...snapshot.initial],
    responsibilities: inRows(snapshot.responsibilities, K),
    assignments: Array.from(snapshot.assignments),
    truth: snapshot.truth && Array.from(snapshot.truth),
    matched: snapshot.matched && [...snapshot.matched],
    painted: Array.from(snapshot.painted),
    scores: snapshot.scores && { ...snapshot.scores },
    truePeriods: snapshot.truePeriods && [...snapshot.truePeriods],
    inputEnds: snapshot.inputEnds,
    errors: { ...snapshot.errors, unit: dataset.distance.unit },
    phase: snapshot.phase,
    heldFrom: snapshot.heldFrom,
    trouble: snapshot.trouble,
  };
}
