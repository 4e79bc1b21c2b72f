/** One worker and what is asked of it. */
import { type Remote, releaseProxy, wrap } from 'comlink';
import type { SessionApi } from './protocol.ts';

/** How long a worker may take to open a lab: the largest models take half a minute on a slow machine. */
export const OPENING_MS = 120_000;

/** The worker died, or did not answer, and what was asked of it has not been done. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

export type Question<Answer> = (api: Remote<SessionApi>) => Promise<Answer>;

export class Connection {
  private readonly worker: Worker;
  readonly api: Remote<SessionApi>;
  private readonly onLost: (reason: string) => void;
  /** Ends calls that will never be answered any more. */
  private readonly owed = new Set<(reason: WorkerLost) => void>();

  /** @param onLost called when the worker has died or does not answer */
  constructor(worker: Worker, onLost: (reason: string) => void) {
    this.worker = worker;
    this.api = wrap<SessionApi>(worker);
    this.onLost = onLost;
    worker.onerror = (event) => {
      event.preventDefault();
      onLost(event.message || 'The worker could not be loaded.');
    };
  }

  /**
   * Comlink alone would wait for a dead worker for ever: this rejects with `WorkerLost` when the
   * connection ends.
   *
   * @param patience milliseconds after which a silent worker is taken for dead; null: never
   */
  ask<Answer>(question: Question<Answer>, patience: number | null): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const hangs = () => this.onLost('The worker has not answered for too long.');
      const watchdog = patience === null ? undefined : setTimeout(hangs, patience);
      this.owed.add(reject);
      question(this.api)
        .then(resolve, reject)
        .finally(() => {
          this.owed.delete(reject);
          clearTimeout(watchdog);
        });
    });
  }

  /** Ends the worker; calls without an answer reject with the reason. */
  end(reason: string): void {
    this.api[releaseProxy]();
    this.worker.terminate();
    for (const reject of this.owed) reject(new WorkerLost(reason));
  }
}
