/** Quality figures of an SVAE-SLDS, for the command line and the bench. */
import type { Sequence } from '../../../datasets/dataset.ts';
import type { Score } from '../../engine.ts';
import { likeliest } from '../../shared/data/likeliest.ts';
import { labelCount } from '../../shared/data/segmentation.ts';
import { meanSquaredError } from '../../shared/engine/forecastFigures.ts';
import { heldOutStretch } from '../../shared/engine/heldOut.ts';
import type { SvaeSldsSettings } from '../settings.ts';
import type { Forecaster } from './forecast.ts';
import type { SldsGlobals } from './globals.ts';
import { oracleStates } from './oracle.ts';
import { periodsByTruth, segmentationScores, truePeriods } from './scores.ts';

/** The likeliest states no longer change while shares still do. */
const SEGMENTATION = { tolerance: 5e-3, mostSweeps: 40 };
/** Steps the model is shown before it has to go on alone, and how far ahead it is judged. */
const SEEN = 100;
const AHEAD = [1, 10, 50] as const;
const JUDGED = AHEAD.map((ahead) => SEEN + ahead - 1);
/** Forecasts start every so many steps of the held-out stretch, and errors are averaged. */
const APART = 10;
const SAMPLES = 50;

export interface MeasuredModel {
  readonly globals: SldsGlobals;
  readonly forecaster: Forecaster;
  /** eta with its edits in, length P, and the states that are left out. */
  readonly natural: Float64Array;
  readonly removed: readonly number[];
}

/** Of the states, over all rows. */
export function measureStates(
  model: MeasuredModel,
  dataset: Sequence,
  settings: SvaeSldsSettings,
): Readonly<Record<string, unknown>> {
  const { globals, natural, removed } = model;
  const { labels } = dataset;
  const states = globals.summary(natural, removed, globals.stepCounts(natural));
  const found = labels && segmentation(model, dataset);
  const scores = found && segmentationScores(found, labels, globals.states);
  const oracle = labels && oracleStates(settings, dataset);
  return {
    ...(scores && {
      accuracy: scores.accuracy,
      adjustedRandIndex: scores.adjustedRandIndex,
      oracleAdjustedRandIndex: oracle && segmentationScores(oracle, labels).adjustedRandIndex,
      changePointF1: scores.changePointF1,
      statesUsed: scores.statesUsed,
      dwell: scores.dwell,
      periods: periodsByTruth(
        states.map(({ period }) => period),
        scores.matched,
        labelCount(labels),
      ),
      truePeriods: truePeriods(settings),
    }),
  };
}

/** What runs are compared by: the states over all rows, and forecasts on the rows held out. */
export function scoresOfStates(model: MeasuredModel, dataset: Sequence): readonly Score[] {
  const { labels } = dataset;
  const found = labels && segmentation(model, dataset);
  const scores = found && segmentationScores(found, labels, model.globals.states);
  const { ahead10 } = forecastErrors(model, dataset);
  return [
    { name: 'Rand index', value: scores?.adjustedRandIndex ?? null, better: 'higher' },
    { name: 'error 10 ahead', value: ahead10, better: 'lower', decimals: 4 },
  ];
}

/** The likeliest state of every row, given all of them; null where inference fails. */
function segmentation(
  { globals, forecaster, natural, removed }: MeasuredModel,
  { rows, values }: Sequence,
): Uint8Array | null {
  const { states: K } = globals;
  const painted = new Int32Array(rows).fill(-1);
  const request = { values, steps: rows, inputEnds: rows, natural, removed, painted };
  const { status, workspace } = forecaster.infer(request, rows, SEGMENTATION);
  if (!status.ok) return null;
  const found = new Uint8Array(rows);
  found.set(likeliest(workspace.responsibilities.subarray(0, (rows - 1) * K), K), 1);
  found[0] = found[1];
  return found;
}

/**
 * Mean squared errors so many steps ahead against the clean signal (the data where that is not known),
 * in the data set's unit of distance, and that of the last value seen (without its noise where that is
 * known), 10 steps ahead; null where too few rows are held out.
 */
export function forecastErrors(
  { forecaster, natural, removed }: MeasuredModel,
  dataset: Sequence,
): Readonly<Record<'ahead1' | 'ahead10' | 'ahead50' | 'lastValue', number | null>> {
  const { dimension: D, distance, heldOutRows } = dataset;
  const reach = SEEN + Math.max(...AHEAD);
  const errors = AHEAD.map((): number[] => []);
  const ofLast: number[] = [];
  for (let from = 0; from + reach <= heldOutRows; from += APART) {
    const { values, clean, steps } = heldOutStretch(dataset, from, reach);
    const painted = new Int32Array(steps).fill(-1);
    const request = { values, steps, inputEnds: SEEN, natural, removed, painted };
    const mean = forecaster.meanAt({ ...request, samples: SAMPLES }, JUDGED);
    if (!mean) continue;
    const truth = clean ?? values;
    const add = (list: number[], a: Float32Array, b: Float32Array) => {
      const error = meanSquaredError(a, b, D, 0, 1, distance);
      // Null where the row is a gap.
      if (error !== null) list.push(error);
    };
    JUDGED.forEach((step, i) => {
      const at = step * D;
      add(errors[i], mean.subarray(i * D, (i + 1) * D), truth.subarray(at, at + D));
    });
    const far = (SEEN + 9) * D;
    const last = lastKnown(truth, SEEN, D);
    if (last) add(ofLast, last, truth.subarray(far, far + D));
  }
  const average = (list: readonly number[]) =>
    list.length > 0 ? list.reduce((sum, error) => sum + error, 0) / list.length : null;
  return {
    ahead1: average(errors[0]),
    ahead10: average(errors[1]),
    ahead50: average(errors[2]),
    lastValue: average(ofLast),
  };
}

/** D: the last value of each column before row `end`; null where a column has none. */
function lastKnown(values: Float32Array, end: number, D: number): Float32Array | null {
  const last = Float32Array.from({ length: D }, (_, column) => {
    let row = end - 1;
    while (row > 0 && Number.isNaN(values[row * D + column])) row -= 1;
    return values[row * D + column];
  });
  return last.some(Number.isNaN) ? null : last;
}
