import type { ObjectiveTerms, TrainingEvent } from '../labs/engine.ts';
import type { HistoryRows } from './protocol.ts';

function noRows() {
  return {
    step: [] as number[],
    terms: {} as Record<string, number[]>,
    events: [] as TrainingEvent[],
  };
}

/** A page that does not ask, one in a hidden tab, is owed no more rows than a chart can show. */
const MOST_ROWS = 4096;

/** For frames outside the stream. */
export const NO_HISTORY: HistoryRows = { fromStart: false, ...noRows() };

/** What has happened in a run since the last frame of the stream. */
export class TrainingLog {
  private rows = noRows();
  private fromStart = true;

  addStep(step: number, objective: ObjectiveTerms, events: readonly TrainingEvent[]): void {
    const { rows } = this;
    // A live setting may choose another objective, with terms of its own.
    for (const key of Object.keys(objective)) rows.terms[key] ??= rows.step.map(() => Number.NaN);
    rows.step.push(step);
    for (const [key, column] of Object.entries(rows.terms))
      column.push(objective[key] ?? Number.NaN);
    rows.events.push(...events);
    if (rows.step.length >= MOST_ROWS) this.thinOut();
  }

  addEvent(event: TrainingEvent): void {
    this.rows.events.push(event);
  }

  /** Every other row goes; events stay. */
  private thinOut(): void {
    const { step, terms } = this.rows;
    for (const column of [step, ...Object.values(terms)]) {
      for (let i = 0; 2 * i + 1 < column.length; i++) column[i] = column[2 * i + 1];
      column.length = Math.floor(column.length / 2);
    }
  }

  /** Returns all of it; the log is empty afterwards. */
  take(): HistoryRows {
    const { fromStart, rows } = this;
    this.fromStart = false;
    this.rows = noRows();
    return { fromStart, ...rows };
  }
}
