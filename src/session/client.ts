/**
 * The page's side of a session: starts the worker, pulls frames no faster than they are drawn,
 * and replaces a worker that dies or hangs by a fresh one with the last kept state.
 */
import { proxy } from 'comlink';
import type { Checkpoint } from '../labs/engine.ts';
import type { BackendName } from '../networks/backend.ts';
import { Connection, OPENING_MS, type Question, WorkerLost } from './connection.ts';
import { Keeper } from './keeper.ts';
import { PageLimiter } from './pageLimiter.ts';
import type {
  BackendReport,
  Frame,
  LiveRequest,
  OpenReport,
  RunRequest,
  ShownBound,
} from './protocol.ts';

/** Why a worker had to be replaced. */
export interface SessionFault {
  readonly message: string;
  /** Step the run was restored to; null if nothing could be restored. */
  readonly restoredStep: number | null;
}

export interface SessionListener {
  onFrame(frame: Frame): void;
  onFault(fault: SessionFault): void;
  /** The run went on in a new worker: its data and backend. */
  onReopen(report: OpenReport): void;
}

export interface SessionEnvironment {
  createWorker(): Worker;
  /** Calls back when the page is about to paint. */
  nextPaint(callback: () => void): void;
}

/** A worker that has not answered for this long is taken for dead. Compiling shaders may take seconds. */
const HANG_MS = 20_000;
/** Steps a question may have to wait for, one after the other. */
const STEPS_BEFORE_AN_ANSWER = 5;
/** A run that keeps killing its worker is given up. */
const MAX_RESTARTS = 3;

export class SessionClient {
  private readonly listener: SessionListener;
  private readonly environment: SessionEnvironment;
  private connection: Connection | null = null;
  /** All that the page wants: a worker that replaces another one opens it. */
  private request: RunRequest | null = null;
  /** The next worker goes on from its copy. Settings may change the state of a run, edits do not. */
  private keeper = new Keeper<Checkpoint | null>('page', null);
  /** Milliseconds a training step of the open lab takes, about. */
  private stepMs = 0;
  private restarts = 0;
  /** The run going on in a new worker; null while the first one lives. */
  private recovery: Promise<OpenReport> | null = null;
  private pulling: Connection | null = null;
  private readonly limiter: PageLimiter<LiveRequest, string | null>;

  constructor(listener: SessionListener, environment: SessionEnvironment = browserEnvironment) {
    this.listener = listener;
    this.environment = environment;
    const follow = (live: LiveRequest) => this.ask((api) => api.follow(live));
    this.limiter = new PageLimiter(follow, environment.nextPaint);
  }

  /** Opens a lab; frames of earlier runs are dropped from now on. */
  async open(
    request: RunRequest,
    onReading: (fraction: number) => void = () => undefined,
  ): Promise<OpenReport> {
    this.request = request;
    const { checkpoint, settings } = request;
    this.keeper = new Keeper('page', checkpoint, [checkpoint?.step, settings]);
    this.restarts = 0;
    this.recovery = null;
    try {
      const report = await this.askNow((api) => api.open(request, proxy(onReading)), OPENING_MS);
      this.stepMs = 1000 * report.stepSeconds;
      this.pull();
      return report;
    } catch (error) {
      if (error instanceof WorkerLost && this.recovery) return this.recovery;
      throw error;
    }
  }

  /** Asks the worker; asks its successor should it die before it has answered. */
  async ask<Answer>(question: Question<Answer>): Promise<Answer> {
    try {
      return await this.askNow(question);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      await this.recovery;
      return this.askNow(question);
    }
  }

  /**
   * Has the open run follow a request. One is on its way at most, and of those that pile up the last
   * counts. Resolves with why its edits are refused; null when they are not.
   */
  follow(live: LiveRequest): Promise<string | null> {
    if (this.request) this.request = { ...this.request, ...live };
    return this.limiter.send(live);
  }

  /**
   * Resolves when the steps of an order have been taken or cut short. Not watched for hanging: a
   * thousand steps may take their time. Rejects with `WorkerLost` when the worker dies on the way,
   * because the number of steps taken is then unknown.
   */
  finished(order: number): Promise<void> {
    return this.askNow((api) => api.finished(order), null);
  }

  /** Not watched for hanging: it waits for the end of a drag. */
  bound(): Promise<ShownBound> {
    return this.askNow((api) => api.bound(), null);
  }

  /** Builds the edits in force into the model; `staying` lie over it from then on. */
  async bakeEdits(staying: readonly unknown[]): Promise<void> {
    await this.ask((api) => api.bakeEdits(staying));
    if (!this.request) return;
    this.request = { ...this.request, edits: staying };
    await this.keep(this.request.run);
  }

  switchBackend(backend: BackendName | 'auto'): Promise<BackendReport> {
    if (this.request) this.request = { ...this.request, backend };
    return this.ask((api) => api.switchBackend(backend));
  }

  /** The request that opens the same run at its seed, without edits. Throws when no lab is open. */
  untrained(): RunRequest {
    if (!this.request) throw new Error('No lab is open.');
    return { ...this.request, checkpoint: null, edits: [], training: null };
  }

  /** A worker for runs next to the one that is open. */
  spareWorker(): Worker {
    return this.environment.createWorker();
  }

  close(): void {
    const { connection } = this;
    this.connection = null;
    this.request = null;
    connection?.end('The session was closed.');
  }

  // ---- frames ---------------------------------------------------------------------------------

  /** Asks for a frame, shows it, waits, asks again: one in flight at most. */
  private pull(): void {
    const connection = this.connected();
    if (this.pulling === connection) return;
    this.pulling = connection;
    const next = async () => {
      if (this.connection !== connection) return;
      // A picture that cannot be made must not be the last one asked for.
      const frame = await connection.api.nextFrame().catch(() => null);
      if (this.connection !== connection) return;
      if (frame && frame.run === this.request?.run) {
        this.listener.onFrame(frame as Frame);
        this.keepNowAndThen(frame);
      }
      await this.limiter.nextTurn();
      void next();
    };
    void next();
  }

  private keepNowAndThen({ playing, run, step }: Frame): void {
    if (this.keeper.isDue(playing, [step, this.request?.settings])) {
      void this.keep(run).catch(() => undefined);
    }
  }

  private async keep(run: number): Promise<void> {
    const settings = this.request?.settings;
    const checkpoint = await this.ask((api) => api.save());
    if (run === this.request?.run) this.keeper.keep(checkpoint, [checkpoint.step, settings]);
  }

  // ---- the worker's life ----------------------------------------------------------------------

  private connected(): Connection {
    if (this.connection) return this.connection;
    const connection = new Connection(this.environment.createWorker(), (reason) =>
      this.recover(connection, reason),
    );
    this.connection = connection;
    return connection;
  }

  private askNow<Answer>(
    question: Question<Answer>,
    patience: number | null = HANG_MS + STEPS_BEFORE_AN_ANSWER * this.stepMs,
  ): Promise<Answer> {
    return this.connected().ask(question, patience);
  }

  private recover(connection: Connection, reason: string): void {
    if (this.connection !== connection) return;
    const { request } = this;
    this.connection = null;
    this.pulling = null;
    this.restarts += 1;
    if (request && this.restarts <= MAX_RESTARTS) {
      this.recovery = this.resume(request, reason);
    } else {
      this.recovery = Promise.reject(new WorkerLost(reason));
      this.listener.onFault({ message: reason, restoredStep: null });
    }
    // Callers that await it see the rejection; this keeps it from being reported as unhandled.
    this.recovery.catch(() => undefined);
    connection.end(reason);
  }

  /** Opens the run in a new worker; the report is of the last worker, should this one die as well. */
  private async resume(request: RunRequest, reason: string): Promise<OpenReport> {
    const { copy: kept } = this.keeper;
    const { training } = request;
    const connection = this.connected();
    const resumed = {
      ...request,
      checkpoint: kept,
      // How many of the steps of an order were taken is not known: the order counts as carried out.
      training: training && { ...training, steps: training.steps && 0 },
    };
    let report: OpenReport;
    try {
      report = await this.askNow((api) => api.open(resumed), OPENING_MS);
    } catch (error) {
      if (this.recovery && this.connection !== connection) return this.recovery;
      this.listener.onFault({ message: reason, restoredStep: null });
      throw error;
    }
    if (request.run !== this.request?.run) return report;
    this.listener.onReopen(report);
    this.listener.onFault({ message: reason, restoredStep: kept?.step ?? 0 });
    this.pull();
    return report;
  }
}

declare global {
  interface Window {
    /** A worker started while the page's own script was still on its way (`scripts/firstLoad.ts`). */
    svaeLabWorker?: Worker | undefined;
  }
}

const browserEnvironment: SessionEnvironment = {
  createWorker() {
    const { svaeLabWorker: started } = window;
    window.svaeLabWorker = undefined;
    return started ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  },
  nextPaint: (callback) => {
    requestAnimationFrame(callback);
  },
};
