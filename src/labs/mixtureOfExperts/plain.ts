import { type ColumnUnits, fromOwn, toOwn } from '../../datasets/columnUnits.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { inRows } from '../shared/data/inRows.ts';
import { observedRows } from '../shared/data/ownRows.ts';
import type { Expert, ExpertsSnapshot } from './snapshot.ts';

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

/**
 * Experts as functions of x in its own units that predict y in its own.
 *
 * @param units of x and of y
 */
function inOwnUnits(experts: readonly Expert[], [x, y]: ColumnUnits): Expert[] {
  return experts.map(({ coefficients, deviation, gate, ...expert }) => {
    const curve = ofOwnInput(coefficients, fromOwn(x, 0), 1 / x.scale);
    const [offset, slope] = ofOwnInput([gate.offset, gate.slope], fromOwn(x, 0), 1 / x.scale);
    return {
      ...expert,
      coefficients: curve.map((value, power) => y.scale * value + (power === 0 ? y.offset : 0)),
      deviation: y.scale * deviation,
      gate: { offset, slope },
    };
  });
}

/** The polynomial of `offset + slope x`, as one of x: by Horner's rule, with polynomials. */
function ofOwnInput(coefficients: readonly number[], offset: number, slope: number): number[] {
  let sum: number[] = [];
  for (const coefficient of [...coefficients].reverse()) {
    const next = new Array<number>(sum.length + 1).fill(0);
    sum.forEach((value, power) => {
      next[power] += offset * value;
      next[power + 1] += slope * value;
    });
    next[0] += coefficient;
    sum = next;
  }
  return sum;
}
