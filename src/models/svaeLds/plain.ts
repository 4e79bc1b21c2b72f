import { inRows } from '../parts/inRows.ts';
import type { SvaeLdsSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports: one row per step. */
export function plainSvaeLdsSnapshot(snapshot: SvaeLdsSnapshot) {
  const { dataDimension, latentDimension } = snapshot;
  return {
    data: inRows(snapshot.data, dataDimension),
    prediction: inRows(snapshot.prediction, dataDimension),
    latents: inRows(snapshot.latents, latentDimension),
    transition: inRows(snapshot.transition, latentDimension),
    eigenvalues: snapshot.eigenvalues.map(({ re, im }) => ({ re, im })),
    rotations: snapshot.rotations.map((rotation) => ({ ...rotation })),
    absentPairs: [...snapshot.absentPairs],
    spectralRadius: snapshot.spectralRadius,
    period: snapshot.period,
    truePeriod: snapshot.truePeriod,
    inputEnds: snapshot.inputEnds,
    errors: { ...snapshot.errors },
    heldFrom: snapshot.heldFrom,
    trouble: snapshot.trouble,
  };
}
