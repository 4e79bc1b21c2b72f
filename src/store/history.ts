import type { ElboHistory } from '../files/modelFile.ts';
import type { TrainingEvent } from '../labs/engine.ts';
import type { ElboColumns, HistoryRows } from '../session/protocol.ts';

/** Rows kept; beyond it half of them go, so that a long run costs no more than a short one. */
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

/** The columns with the room behind their rows; a compact history gets room. */
function wholeColumns(history: TrainingHistory): Columns {
  return eachColumn((name) => {
    const rows = history[name];
    const known = new Float64Array(rows.buffer as ArrayBuffer);
    if (known.length === MAX_ROWS) return known;
    const whole = new Float64Array(MAX_ROWS);
    whole.set(rows);
    return whole;
  });
}

/**
 * Keeps half of the rows, evenly over the steps rather than over the rows: what was thinned before
 * is thin enough, and the beginning stays. Returns how many are left.
 */
function thin(columns: Columns): number {
  const { step } = columns;
  const spacing = (step[MAX_ROWS - 1] - step[0]) / (MAX_ROWS / 2);
  let kept = 0;
  let next = step[0];
  for (let i = 0; i < MAX_ROWS; i++) {
    if (step[i] < next) continue;
    next = step[i] + spacing;
    for (const name of COLUMNS) columns[name][kept] = columns[name][i];
    kept += 1;
  }
  return kept;
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

/** At most FILE_ROWS + 1 indices, evenly over 0..count-1, the last one included. */
function thinnedRows(count: number): readonly number[] {
  const stride = Math.max(1, Math.ceil(count / FILE_ROWS));
  const rows = Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
  if (count > 0 && rows[rows.length - 1] !== count - 1) rows.push(count - 1);
  return rows;
}

/** The course of the bound for a model file, thinned to what a chart can show. */
export function summarise(history: TrainingHistory): ElboHistory {
  const { step, total, reconstruction, localKl, globalKl } = history;
  const rows = thinnedRows(step.length);
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

/** The same course in little memory, for a run that has been left and may come back. */
export function compactHistory(history: TrainingHistory): TrainingHistory {
  const { step } = history;
  const rows = thinnedRows(step.length);
  return {
    version: history.version,
    events: history.events,
    ...eachColumn((name) => Float64Array.from(rows, (i) => history[name][i])),
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
