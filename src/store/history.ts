import type { ElboHistory } from '../files/modelFile.ts';
import type { ElboTerms, TrainingEvent } from '../models/engine.ts';
import type { HistoryRows } from '../session/protocol.ts';

/** Rows kept; beyond it every second one goes, so that a long run costs no more than a short one. */
const MAX_ROWS = 6000;

/** The bound over training steps, as the chart draws it. Arrays grow in place; `version` tells. */
export interface TrainingHistory {
  readonly version: number;
  readonly step: number[];
  readonly total: number[];
  readonly reconstruction: number[];
  readonly localKl: number[];
  readonly globalKl: number[];
  readonly events: TrainingEvent[];
}

export function emptyHistory(): TrainingHistory {
  return {
    version: 0,
    step: [],
    total: [],
    reconstruction: [],
    localKl: [],
    globalKl: [],
    events: [],
  };
}

/** Appends the rows of a frame; the returned wrapper is new, its arrays are shared. */
export function extendHistory(history: TrainingHistory, rows: HistoryRows): TrainingHistory {
  const target = rows.fromStart ? emptyHistory() : history;
  if (rows.step.length === 0 && rows.events.length === 0 && !rows.fromStart) return history;
  rows.step.forEach((step, i) => {
    dropRowsFrom(target, step);
    target.step.push(step);
    const terms: ElboTerms = rows.elbo[i];
    target.total.push(terms.total);
    target.reconstruction.push(terms.reconstruction);
    target.localKl.push(terms.localKl);
    target.globalKl.push(terms.globalKl);
  });
  target.events.push(...rows.events);
  if (target.step.length > MAX_ROWS) thin(target);
  return { ...target, version: history.version + 1 };
}

/** A run that went back to an earlier state overwrites what came after it. */
function dropRowsFrom(history: TrainingHistory, step: number): void {
  while (history.step.length > 0 && history.step[history.step.length - 1] >= step) {
    for (const column of columnsOf(history)) column.pop();
  }
}

function thin(history: TrainingHistory): void {
  const half = history.step.length >> 1;
  for (const column of columnsOf(history)) {
    for (let i = 0; i < half; i++) column[i] = column[2 * i + 1];
    column.length = half;
  }
}

function columnsOf(history: TrainingHistory): number[][] {
  return [history.step, history.total, history.reconstruction, history.localKl, history.globalKl];
}

/** Rows kept in a file: enough for the chart, small beside the model. */
const FILE_ROWS = 600;

/** The course of the bound for a model file, thinned to what a chart can show. */
export function summarise(history: TrainingHistory): ElboHistory {
  const { step, total, reconstruction, localKl, globalKl } = history;
  const stride = Math.max(1, Math.ceil(step.length / FILE_ROWS));
  const rows = step.flatMap((_, i) => (i % stride === 0 || i === step.length - 1 ? [i] : []));
  return {
    step: rows.map((i) => step[i]),
    elbo: rows.map((i) => ({
      total: total[i],
      reconstruction: reconstruction[i],
      localKl: localKl[i],
      globalKl: globalKl[i],
    })),
  };
}

/** The course of the bound from a model file. */
export function recalledHistory(file: ElboHistory): TrainingHistory {
  return extendHistory(emptyHistory(), { fromStart: true, ...file, events: [] });
}
