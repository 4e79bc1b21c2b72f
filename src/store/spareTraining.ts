/** Trains several runs in workers next to the one of the page, as many at a time as there are workers. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type SpareOutcome, type SpareTask, SpareWorker } from '../session/spareWorker.ts';
import { emptyHistory, extendHistory, type TrainingHistory } from './history.ts';

export interface SpareRun {
  readonly task: SpareTask;
  readonly state: 'waiting' | 'training' | 'done' | 'failed';
  readonly step: number;
  readonly history: TrainingHistory;
  /** Why it failed, in words. */
  readonly problem: string | null;
  readonly outcome: SpareOutcome | null;
}

export interface SpareState {
  readonly phase: 'idle' | 'training' | 'done' | 'cancelled';
  readonly runs: readonly SpareRun[];
  readonly workers: number;
}

const NOTHING: SpareState = { phase: 'idle', runs: [], workers: 0 };

/**
 * Workers for runs next to the page: a core is left to it. Where there are two or fewer all of them
 * train, as the run on the page rests meanwhile.
 *
 * @param cores of the machine, as the browser tells
 */
export const spareWorkers = (cores: number, runs: number): number =>
  Math.max(1, Math.min(runs, cores <= 2 ? cores : cores - 1));

export class SpareTraining {
  private readonly createWorker: () => Worker;
  private readonly store: StoreApi<SpareState> = createStore(() => NOTHING);
  private workers: SpareWorker[] = [];
  /** Raised with each start and cancel: what was started before has nothing to say any more. */
  private course = 0;

  constructor(createWorker: () => Worker) {
    this.createWorker = createWorker;
  }

  get state(): Pick<StoreApi<SpareState>, 'getState' | 'getInitialState' | 'subscribe'> {
    return this.store;
  }

  /** Resolves when all are done, or training was cancelled. What there was before is forgotten. */
  async train(tasks: readonly SpareTask[], workers: number): Promise<void> {
    this.clear();
    const course = ++this.course;
    const runs = tasks.map(
      (task): SpareRun => ({
        ...{ task, state: 'waiting', step: 0, history: emptyHistory() },
        ...{ problem: null, outcome: null },
      }),
    );
    this.store.setState({ phase: 'training', runs, workers });
    let next = 0;
    const takeOn = async () => {
      let worker: SpareWorker | null = null;
      while (next < tasks.length && course === this.course) {
        const index = next++;
        if (worker === null || worker.hasEnded) worker = this.startWorker();
        await this.trainOne(worker, index, course);
      }
      worker?.end();
    };
    await Promise.all(Array.from({ length: workers }, takeOn));
    if (course !== this.course) return;
    this.workers = [];
    this.store.setState({ phase: 'done' });
  }

  /** Ends the workers at once; what is done stays. */
  cancel(): void {
    if (this.store.getState().phase !== 'training') return;
    this.endWorkers();
    this.store.setState(({ runs }) => ({
      phase: 'cancelled',
      runs: runs.filter(({ state }) => state === 'done' || state === 'failed'),
    }));
  }

  /** The same, and nothing stays. */
  clear(): void {
    this.endWorkers();
    this.store.setState(NOTHING);
  }

  private endWorkers(): void {
    this.course += 1;
    for (const worker of this.workers) worker.end();
    this.workers = [];
  }

  private startWorker(): SpareWorker {
    const worker = new SpareWorker(this.createWorker());
    this.workers = [...this.workers.filter(({ hasEnded }) => !hasEnded), worker];
    return worker;
  }

  private async trainOne(worker: SpareWorker, index: number, course: number): Promise<void> {
    const change = (its: (run: SpareRun) => Partial<SpareRun>) => {
      if (course !== this.course) return;
      this.store.setState(({ runs }) => ({
        runs: runs.map((run, at) => (at === index ? { ...run, ...its(run) } : run)),
      }));
    };
    change(() => ({ state: 'training' }));
    try {
      const { task } = this.store.getState().runs[index];
      const outcome = await worker.train(task, ({ step, history: rows }) =>
        change(({ history }) => ({ step, history: extendHistory(history, rows) })),
      );
      change(() => ({ state: 'done', step: outcome.step, outcome }));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      change(() => ({ state: 'failed', problem }));
    }
  }
}
