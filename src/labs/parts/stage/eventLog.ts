import type { TrainingEvent } from '../../../models/engine.ts';
import type { ChartEvent } from '../../../plots/elboSeries.ts';

/** Marks for the chart of the bound. */
export function chartEvents(events: readonly TrainingEvent[]): ChartEvent[] {
  return events.map(({ step, kind, label }) => ({ step, kind, text: label }));
}

/** The last thing that happened, as one line; null while nothing has. */
export function lastEventInWords(events: readonly ChartEvent[]): string | null {
  const last = events[events.length - 1];
  return last ? `Step ${last.step.toLocaleString('en-US')}: ${last.text}` : null;
}
