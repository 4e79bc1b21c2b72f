import type { ElboTerms, TrainingEvent } from '../models/engine.ts';
import type { HistoryRows } from './protocol.ts';

/** What happened since the page was last told. */
export class TrainingLog {
  private step: number[] = [];
  private elbo: ElboTerms[] = [];
  private events: TrainingEvent[] = [];
  private fromStart = true;

  /** Forgets everything: the page is to start its chart anew. */
  restart(): void {
    this.take();
    this.fromStart = true;
  }

  addStep(step: number, elbo: ElboTerms, events: readonly TrainingEvent[]): void {
    this.step.push(step);
    this.elbo.push(elbo);
    this.events.push(...events);
  }

  addEvent(event: TrainingEvent): void {
    this.events.push(event);
  }

  /** Hands everything over; the log is empty afterwards. */
  take(): HistoryRows {
    const { fromStart, step, elbo, events } = this;
    this.fromStart = false;
    this.step = [];
    this.elbo = [];
    this.events = [];
    return { fromStart, step, elbo, events };
  }
}
