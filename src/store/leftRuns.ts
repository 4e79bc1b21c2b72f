import type { Checkpoint } from '../labs/engine.ts';
import type { Origin } from './document.ts';
import { compactHistory } from './history.ts';
import type { RunState } from './run.ts';

interface LeftRun extends Left {
  /** Null where no step was taken: the run then starts again from its origin. */
  readonly checkpoint: Checkpoint | null;
}

type Left = Pick<RunState, 'history' | 'trainedUnder'>;

/** The state of each run when it was left, so that undo brings it back; by origin, as documents are. */
export class LeftRuns {
  private readonly runs = new WeakMap<Origin, LeftRun>();

  leave(origin: Origin, checkpoint: Checkpoint, { history, trainedUnder }: Left): void {
    this.runs.set(origin, {
      checkpoint: checkpoint.step > 0 ? checkpoint : null,
      history: compactHistory(history),
      trainedUnder,
    });
  }

  of(origin: Origin): LeftRun | null {
    return this.runs.get(origin) ?? null;
  }
}
