import type { ChartEvent } from '../../../plots/chart/objective.ts';
import { grouped } from '../../../settings/words.ts';
import type { TrainingEvent } from '../../engine.ts';

/** Marks for the chart of the bound. */
export function chartEvents(events: readonly TrainingEvent[]): ChartEvent[] {
  return events.map(({ step, kind, label }) => ({ step, kind, text: label }));
}

/** The last thing that happened, in a sentence or two; null while nothing has. */
export function lastEventInWords(events: readonly ChartEvent[]): string | null {
  const last = events[events.length - 1];
  if (last === undefined) return null;
  // A breakdown names its step itself.
  return last.kind === 'breakdown' ? last.text : `Step ${grouped(last.step)}: ${last.text}`;
}
