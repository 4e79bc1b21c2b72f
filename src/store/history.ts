import type { ElboHistory } from '../files/modelFile.ts';
import type { TrainingEvent } from '../models/engine.ts';
import type { ElboColumns, HistoryRows } from '../session/protocol.ts';

/** Rows kept; beyond it every second one goes, so that a long run costs no more than a short one. */
const MAX_ROWS = 6000;
/** Events kept; beyond it the oldest go. */
const MAX_EVENTS = 200;

/** Moves that were tried and not kept changed nothing; they would bury those that did. */
const tellsSomething = ({ accepted, kind }: TrainingEvent) => accepted || kind === 'breakdown';

type Column = keyof ElboColumns;
type Columns = Readonly<Record<Column, Float64Array>>;

/**
 * The bound over training steps, as the chart draws it. Columns of one run lie in the same memory,
 * which is asked for once; `version` tells that they have changed.
 */
export interface TrainingHistory extends Columns {
  readonly version: number;
  /** What changed the model, and what stopped it. */
  readonly events: readonly TrainingEvent[];
}

export function emptyHistory(): TrainingHistory {
  return { version: 0, events: [], ...eachColumn(() => new Float64Array(0)) };
}

/** Appends the rows of a frame; the returned history takes over the memory of the one before. */
export function extendHistory(history: TrainingHistory, rows: HistoryRows): TrainingHistory {
  if (rows.step.length === 0 && rows.events.length === 0 && !rows.fromStart) return history;
  const before = rows.fromStart ? emptyHistory() : history;
  const columns = wholeColumns(before);
  let count = before.step.length;
  rows.step.forEach((step, i) => {
    // A run that went back to an earlier state overwrites what came after it.
    while (count > 0 && columns.step[count - 1] >= step) count -= 1;
    if (count === MAX_ROWS) count = thin(columns);
    for (const name of COLUMNS) columns[name][count] = rows[name][i];
    count += 1;
  });
  return {
    version: history.version + 1,
    events: extendEvents(before.events, rows.events),
    ...eachColumn((name) => columns[name].subarray(0, count)),
  };
}

const COLUMNS: readonly Column[] = ['step', 'total', 'reconstruction', 'localKl', 'globalKl'];

function eachColumn(make: (name: Column) => Float64Array): Columns {
  return {
    step: make('step'),
    total: make('total'),
    reconstruction: make('reconstruction'),
    localKl: make('localKl'),
    globalKl: make('globalKl'),
  };
}

/** The columns with the room behind their rows. */
function wholeColumns(history: TrainingHistory): Columns {
  return eachColumn((name) =>
    history.step.length === 0
      ? new Float64Array(MAX_ROWS)
      : new Float64Array(history[name].buffer as ArrayBuffer),
  );
}

/** Drops every second row; returns how many are left. */
function thin(columns: Columns): number {
  const half = MAX_ROWS >> 1;
  for (const name of COLUMNS) {
    const column = columns[name];
    for (let i = 0; i < half; i++) column[i] = column[2 * i + 1];
  }
  return half;
}

function extendEvents(
  events: readonly TrainingEvent[],
  added: readonly TrainingEvent[],
): readonly TrainingEvent[] {
  const telling = added.filter(tellsSomething);
  return telling.length === 0 ? events : [...events, ...telling].slice(-MAX_EVENTS);
}

/** Rows kept in a file: enough for the chart, small beside the model. */
const FILE_ROWS = 600;

/** The course of the bound for a model file, thinned to what a chart can show. */
export function summarise(history: TrainingHistory): ElboHistory {
  const { step, total, reconstruction, localKl, globalKl } = history;
  const stride = Math.max(1, Math.ceil(step.length / FILE_ROWS));
  const rows = Array.from(step.keys()).filter((i) => i % stride === 0 || i === step.length - 1);
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
export function recalledHistory({ step, elbo }: ElboHistory): TrainingHistory {
  return extendHistory(emptyHistory(), {
    fromStart: true,
    step,
    total: elbo.map(({ total }) => total),
    reconstruction: elbo.map(({ reconstruction }) => reconstruction),
    localKl: elbo.map(({ localKl }) => localKl),
    globalKl: elbo.map(({ globalKl }) => globalKl),
    events: [],
  });
}
