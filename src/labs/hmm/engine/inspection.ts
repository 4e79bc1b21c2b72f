import type { HmmInspection, HmmQuery } from '../snapshot.ts';
import type { HmmFit } from './fit.ts';

/** Everything the two passes know of one step. Throws a RangeError for a step that is not there. */
export function inspectStep(fit: HmmFit, { row }: HmmQuery): HmmInspection {
  const { states: K, values, theta, posterior, input } = fit;
  const T = values.length;
  if (!Number.isInteger(row) || row < 0 || row >= T)
    throw new RangeError(`There is no step ${row}; steps are counted from 0 to ${T - 1}.`);
  const filteredSeries = new Float32Array(T * K);
  for (let t = 0; t < T; t++)
    filteredSeries.set(shares(posterior.logForward.subarray(t * K, (t + 1) * K)), t * K);
  const at = (series: Float64Array, t: number) => series.subarray(t * K, (t + 1) * K);
  const before = row === 0 ? null : shares(at(posterior.logForward, row - 1));
  const predicted = Array.from({ length: K }, (_, l) =>
    before === null
      ? theta.initial[l]
      : before.reduce((sum, share, k) => sum + share * theta.transition[k * K + l], 0),
  );
  return {
    kind: 'step',
    row,
    before,
    predicted,
    logDensities: Array.from(
      at(input.logEmissions, row),
      (log) => log - (Number.isNaN(values[row]) ? 0 : fit.logScale),
    ),
    filtered: shares(at(posterior.logForward, row)),
    later: shares(at(posterior.logBackward, row)),
    smoothed: Array.from(at(posterior.responsibilities, row)),
    filteredSeries,
    smoothedSeries: Float32Array.from(posterior.responsibilities),
  };
}

/** exp of logarithms, scaled to sum to 1. */
function shares(logs: Float64Array): number[] {
  const most = logs.reduce((a, b) => Math.max(a, b));
  const weights = Array.from(logs, (log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
}
