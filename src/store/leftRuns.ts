import type { Checkpoint } from '../labs/engine.ts';
import type { Origin } from './document.ts';
import { compactHistory, type TrainingHistory } from './history.ts';

interface LeftRun {
  /** Null where no step was taken: the run then starts again from its origin. */
  readonly checkpoint: Checkpoint | null;
  readonly history: TrainingHistory;
}

/** The state of each run when it was left, so that undo brings it back; by origin, as documents are. */
export class LeftRuns {
  private readonly runs = new WeakMap<Origin, LeftRun>();

  leave(origin: Origin, checkpoint: Checkpoint, history: TrainingHistory): void {
    this.runs.set(origin, {
      checkpoint: checkpoint.step > 0 ? checkpoint : null,
      history: compactHistory(history),
    });
  }

  of(origin: Origin): LeftRun | null {
    return this.runs.get(origin) ?? null;
  }
}
