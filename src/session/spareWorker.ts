/** The page's side of a worker that trains runs one after the other, without drawing them. */
import type { Dataset } from '../datasets/dataset.ts';
import { Connection, OPENING_MS } from './connection.ts';
import type { Outcome, Progress, RunRequest } from './protocol.ts';

/** A run from its seed. */
export interface SpareTask
  extends Pick<RunRequest, 'lab' | 'settings' | 'seed' | 'edits' | 'ownData'> {
  readonly steps: number;
}

/** What a run has come to, and the data it was trained on. */
export interface SpareOutcome extends Outcome {
  readonly dataset: Dataset;
}

/** Often enough for a bar of progress, and too rarely to slow training down. */
const ASK_EVERY_MS = 250;

export class SpareWorker {
  private readonly connection: Connection;
  private tasks = 0;
  private isOver = false;

  constructor(worker: Worker) {
    this.connection = new Connection(worker, (reason) => this.end(reason));
  }

  /**
   * Trains a run and resolves with what it has come to. Rejects with a sentence when it cannot be
   * opened or its numbers break down, and with `WorkerLost` when the worker ends meanwhile.
   *
   * WebAssembly or plain JavaScript, the first that works: browsers give a page few WebGL contexts.
   */
  async train(task: SpareTask, onProgress: (progress: Progress) => void): Promise<SpareOutcome> {
    const { steps, ...run } = task;
    const { connection } = this;
    const order = ++this.tasks;
    const training = steps > 0 ? ({ order, speed: 'full', steps } as const) : null;
    const request: RunRequest = {
      ...{ ...run, run: order, training },
      ...{ backend: 'wasm', checkpoint: null, view: {} },
    };
    const { dataset } = await connection.ask((api) => api.open(request), OPENING_MS);
    let isDone = false;
    const finished = connection
      .ask((api) => api.finished(order), null)
      .finally(() => {
        isDone = true;
      });
    // The steps may end while the last answer is on its way.
    while (!isDone) {
      await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))]);
      const progress = await connection.ask((api) => api.progress(), null);
      onProgress(progress);
      if (progress.breakdown) throw new Error(progress.breakdown.message);
    }
    await finished;
    return { ...(await connection.ask((api) => api.outcome(), null)), dataset };
  }

  get hasEnded(): boolean {
    return this.isOver;
  }

  /** Ends the worker at once; what it was training rejects. */
  end(reason = 'Training was cancelled.'): void {
    if (this.isOver) return;
    this.isOver = true;
    this.connection.end(reason);
  }
}
