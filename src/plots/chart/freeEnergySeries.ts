/** The course of a bound as a chart takes it, and the bar of figure 2.2 that cuts through it. */
import type { Interval } from './intervals.ts';

/** What led to a row of the course, "e" or "m" of EM, or "start" where nothing did. */
export type RowMark = string;

/** Columns of equal length, nats per datum. */
export interface FreeEnergySeries {
  readonly halfStep: readonly number[];
  readonly mark: readonly RowMark[];
  /** Null where it is unknown. */
  readonly logLikelihood: readonly (number | null)[];
  /** The bound itself where its parts are not given; it may be minus infinity. */
  readonly energy: readonly number[];
  /** Null where the parts of the bound are not given. */
  readonly entropy: readonly (number | null)[];
  readonly globalKl: readonly number[];
}

/** One row of the course, with the sums that are drawn. */
export interface FreeEnergyRow {
  readonly halfStep: number;
  readonly mark: RowMark;
  readonly energy: number;
  readonly entropy: number | null;
  readonly globalKl: number;
  /** energy + entropy - globalKl */
  readonly freeEnergy: number;
  readonly logLikelihood: number | null;
  /** KL(q(Z) || p(Z | X)): how far the free energy is below the log-likelihood. */
  readonly gap: number | null;
}

function rowOf(series: FreeEnergySeries, index: number): FreeEnergyRow {
  const [energy, entropy, globalKl] = [
    series.energy[index],
    series.entropy[index],
    series.globalKl[index],
  ];
  const freeEnergy = energy + (entropy ?? 0) - globalKl;
  const logLikelihood = series.logLikelihood[index];
  return {
    halfStep: series.halfStep[index],
    mark: series.mark[index],
    energy,
    entropy,
    globalKl,
    freeEnergy,
    logLikelihood,
    // A gap cannot be negative; the difference of two sums can, by rounding.
    gap: logLikelihood === null ? null : Math.max(0, logLikelihood - freeEnergy),
  };
}

export const rowsOf = (series: FreeEnergySeries): FreeEnergyRow[] =>
  series.halfStep.map((_, index) => rowOf(series, index));

/**
 * The rows from one start to the next: nothing led from the last row of a stretch to the first of
 * the one after it, so no line joins them.
 */
export function stretchesOf(rows: readonly FreeEnergyRow[]): readonly (readonly FreeEnergyRow[])[] {
  const starts = rows.flatMap(({ mark }, index) => (mark === 'start' && index > 0 ? [index] : []));
  return [0, ...starts].map((from, index) => rows.slice(from, starts[index]));
}

/** This part of the curve, the first of it, may lie below the chart. */
const IGNORED_ROWS = 0.1;
/** From so many rows on the start may: a q that knows nothing lies far below all that follows. */
const START_IGNORED_FROM = 3;

/** A stretch this much flatter than the whole could not be read if the whole were shown. */
const FLAT = 0.05;

/**
 * The values to show: of the first rows only the top, so that they do not flatten the rest. After a change of
 * the model or its settings only what came since, if in the range of all it were a flat line.
 */
export function shownInterval(rows: readonly FreeEnergyRow[]): Interval | null {
  const all = intervalOf(rows);
  const start = rows.findLastIndex(({ mark }) => mark === 'start');
  const since = start > 0 ? intervalOf(rows.slice(start)) : all;
  if (all === null || since === null) return all;
  return since.high - since.low < FLAT * (all.high - all.low) ? since : all;
}

/** Below the top, where no bound is finite. */
const UNBOUNDED = 1;

function intervalOf(rows: readonly FreeEnergyRow[]): Interval | null {
  if (rows.length === 0) return null;
  const first = rows.length < START_IGNORED_FROM ? 0 : Math.ceil(rows.length * IGNORED_ROWS);
  let low = Infinity;
  let high = -Infinity;
  rows.forEach(({ energy, entropy, freeEnergy, logLikelihood }, index) => {
    const top = logLikelihood ?? energy + (entropy ?? 0);
    if (Number.isFinite(top)) high = Math.max(high, top);
    const least = Math.min(freeEnergy, energy);
    if (index >= first && Number.isFinite(least)) low = Math.min(low, least);
  });
  if (high === -Infinity) return null;
  return { low: low === Infinity ? high - UNBOUNDED : low, high };
}
