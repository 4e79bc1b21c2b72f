import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedStretch } from '../shared/data/observedStretch.ts';
import { ownRows } from '../shared/data/ownRows.ts';
import type { SvaeLdsSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per step. */
export function plainSvaeLdsSnapshot(snapshot: SvaeLdsSnapshot, dataset: Dataset) {
  const { dataDimension, latentDimension } = snapshot;
  return {
    data: inRows(observedStretch(snapshot, dataset), dataDimension),
    prediction: ownRows(dataset, snapshot.prediction),
    latents: inRows(snapshot.latents, latentDimension),
    transition: inRows(snapshot.transition, latentDimension),
    eigenvalues: snapshot.eigenvalues.map(({ re, im }) => ({ re, im })),
    rotations: snapshot.rotations.map((rotation) => ({ ...rotation })),
    absentPairs: [...snapshot.absentPairs],
    spectralRadius: snapshot.spectralRadius,
    period: snapshot.period,
    trainingPeriod: snapshot.trainingPeriod,
    truePeriod: snapshot.truePeriod,
    inputEnds: snapshot.inputEnds,
    errors: { ...snapshot.errors, unit: dataset.distance.unit },
    naiveErrors: snapshot.naiveErrors && { ...snapshot.naiveErrors },
    heldFrom: snapshot.heldFrom,
    trouble: snapshot.trouble,
  };
}
