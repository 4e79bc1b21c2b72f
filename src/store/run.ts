/** What is going on now: fed by the session's frames and the controller's commands, never by components. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Breakdown, Dataset, ObjectiveTerms } from '../labs/engine.ts';
import type { OfKind } from '../labs/lab.ts';
import type { BackendName } from '../networks/backend.ts';
import type { BackendReport, Speed } from '../session/protocol.ts';
import type { LabDocument } from './document.ts';
import { emptyHistory, type TrainingHistory } from './history.ts';
import type { TrainedUnder } from './notRepeated.ts';
import { PLAIN_VIEW, type View } from './view.ts';

export type Phase = 'opening' | 'ready' | 'playing' | 'training' | 'failed';

export interface RunState {
  readonly phase: Phase;
  /** Why the lab could not be opened or went down for good; null otherwise. */
  readonly failure: string | null;
  readonly dataset: Dataset | null;
  readonly snapshot: OfKind | null;
  readonly step: number;
  /** What the steps were taken under; null where none was taken since the run was opened. */
  readonly trainedUnder: TrainedUnder | null;
  /** The bound of the model as shown, and of the learned one beneath its edits. */
  readonly objective: ObjectiveTerms | null;
  readonly learnedObjective: ObjectiveTerms | null;
  /** Both are those of a moment ago: what is shown has changed since. */
  readonly isObjectivePending: boolean;
  readonly stepsPerSecond: number;
  readonly backend: BackendName | null;
  readonly backendReport: BackendReport | null;
  readonly backendChoice: BackendName | 'auto';
  readonly speed: Speed;
  readonly history: TrainingHistory;
  readonly breakdown: Breakdown | null;
  /** Changes under way, laid over the document until they are committed: one drag, one undo step. */
  readonly draft: Partial<Pick<LabDocument, 'settings' | 'edits'>> | null;
  /** What is seen was opened, or brought back by undo or redo: it has not been trained or changed since. */
  readonly isGiven: boolean;
  /** Something has been trained or changed here since it was opened: there is work to keep. */
  readonly isTouched: boolean;
  /**
   * Raised when a file or a script puts another document in place of this one: work on it is kept
   * apart from the work that was there.
   */
  readonly replacements: number;
  /**
   * Raised with each document that is opened in place of everything before it. What belongs to the
   * one before ends with it: commands under way, notices, what the page has selected or unfolded.
   */
  readonly visit: number;
  /** Raised with each opened run: plots glide or jump when it changes. */
  readonly runId: number;
  readonly view: View;
}

export function createRunStore(): RunStore {
  return createStore<RunState>()(() => ({
    phase: 'opening',
    failure: null,
    dataset: null,
    snapshot: null,
    step: 0,
    trainedUnder: null,
    objective: null,
    learnedObjective: null,
    isObjectivePending: false,
    stepsPerSecond: 0,
    backend: null,
    backendReport: null,
    backendChoice: 'auto',
    speed: 'full',
    history: emptyHistory(),
    breakdown: null,
    draft: null,
    isGiven: false,
    isTouched: false,
    replacements: 0,
    visit: 0,
    runId: 0,
    view: PLAIN_VIEW,
  }));
}

export type RunStore = StoreApi<RunState>;

/** The run as components see it: only commands change it. */
export type ReadonlyRun = Pick<RunStore, 'getState' | 'getInitialState' | 'subscribe'>;
