import type { ElboHistory } from '../files/readModelFile.ts';
import type { TrainingEvent } from '../labs/engine.ts';
import type { HistoryRows } from '../session/protocol.ts';

/** Rows kept; beyond it half of them go, so that a long run costs no more than a short one. */
const MAX_ROWS = 6000;
/** Events kept; beyond it the oldest go. */
const MAX_EVENTS = 200;

/** Moves that were tried and not kept changed nothing; they would bury those that did. */
const tellsSomething = ({ accepted, kind }: TrainingEvent) => accepted || kind === 'breakdown';

/**
 * The objective over training steps, as the chart draws it. Columns of one run lie in the same
 * memory, which is asked for once; `version` tells that they have changed.
 */
export interface TrainingHistory {
  readonly version: number;
  readonly step: Float64Array;
  /** The objective's total and its parts, by their keys; NaN at steps that had none. */
  readonly terms: Readonly<Record<string, Float64Array>>;
  /** What changed the model, and what stopped it. */
  readonly events: readonly TrainingEvent[];
}

type Columns = Pick<TrainingHistory, 'step' | 'terms'>;

export const emptyHistory = (): TrainingHistory => ({
  version: 0,
  step: new Float64Array(0),
  terms: {},
  events: [],
});

/** Appends the rows of a frame; the returned history takes over the memory of the one before. */
export function extendHistory(history: TrainingHistory, rows: HistoryRows): TrainingHistory {
  if (rows.step.length === 0 && rows.events.length === 0 && !rows.fromStart) return history;
  const before = rows.fromStart ? emptyHistory() : history;
  const columns = wholeColumns(before, Object.keys(rows.terms));
  let count = before.step.length;
  const terms = Object.entries(columns.terms);
  rows.step.forEach((step, i) => {
    // A run that went back to an earlier state overwrites what came after it.
    while (count > 0 && columns.step[count - 1] >= step) count -= 1;
    if (count === MAX_ROWS) count = thin(columns);
    columns.step[count] = step;
    for (const [key, column] of terms) column[count] = rows.terms[key]?.[i] ?? Number.NaN;
    count += 1;
  });
  return {
    version: history.version + 1,
    events: extendEvents(before.events, rows.events),
    ...eachColumn(columns, (column) => column.subarray(0, count)),
  };
}

function eachColumn(
  { step, terms }: Columns,
  change: (column: Float64Array) => Float64Array,
): Columns {
  const changed = Object.entries(terms).map(([key, column]) => [key, change(column)]);
  return { step: change(step), terms: Object.fromEntries(changed) };
}

/** The columns with the room behind their rows; a compact history gets room, and so do new terms. */
function wholeColumns({ step, terms }: Columns, keys: readonly string[]): Columns {
  const unknown = keys.filter((key) => !(key in terms));
  const added = Object.fromEntries(
    unknown.map((key) => [key, new Float64Array(step.length).fill(Number.NaN)]),
  );
  return eachColumn({ step, terms: { ...terms, ...added } }, (rows) => {
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
function thin({ step, terms }: Columns): number {
  const columns = [step, ...Object.values(terms)];
  const spacing = (step[MAX_ROWS - 1] - step[0]) / (MAX_ROWS / 2);
  let kept = 0;
  let next = step[0];
  for (let i = 0; i < MAX_ROWS; i++) {
    if (step[i] < next) continue;
    next = step[i] + spacing;
    for (const column of columns) column[kept] = column[i];
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

/** The course of the objective for a model file, thinned to what a chart can show. */
export function summarise({ step, terms }: TrainingHistory): ElboHistory {
  const rows = thinnedRows(step.length);
  const columns = Object.entries(terms);
  // A file has no number where a step had none.
  const at = (i: number) =>
    Object.fromEntries(
      columns.flatMap(([key, column]) => (Number.isNaN(column[i]) ? [] : [[key, column[i]]])),
    );
  return {
    step: rows.map((i) => step[i]),
    elbo: rows.map((i) => ({ ...at(i), total: terms.total[i] })),
  };
}

/** The same course in little memory, for a run that has been left and may come back. */
export function compactHistory(history: TrainingHistory): TrainingHistory {
  const rows = thinnedRows(history.step.length);
  return {
    version: history.version,
    events: history.events,
    ...eachColumn(history, (column) => Float64Array.from(rows, (i) => column[i])),
  };
}

/** The course of the objective from a model file. */
export function recalledHistory({ step, elbo }: ElboHistory): TrainingHistory {
  const keys = new Set(elbo.flatMap((row) => Object.keys(row)));
  const terms = Object.fromEntries(
    [...keys].map((key) => [key, elbo.map((row) => row[key] ?? Number.NaN)]),
  );
  return extendHistory(emptyHistory(), { fromStart: true, step, terms, events: [] });
}
