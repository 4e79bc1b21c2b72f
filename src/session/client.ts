/**
 * The page's side of a session: starts the worker, pulls frames no faster than they are drawn,
 * and when the worker dies or hangs puts a fresh one in its place with the last kept state.
 */
import { type Remote, releaseProxy, wrap } from 'comlink';
import type { Checkpoint } from '../labs/engine.ts';
import type { OfKind } from '../labs/lab.ts';
import type { BackendName } from '../networks/backend.ts';
import { createLatestOnly } from './latestOnly.ts';
import { PaintTurns } from './paintTurns.ts';
import type {
  BackendReport,
  Frame,
  OpenReport,
  OpenRequest,
  SessionApi,
  Settings,
  ShownBound,
  Speed,
} from './protocol.ts';

/** What the page is told when a worker had to be replaced. */
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

/** A worker that owes an answer this long is taken for dead. Compiling shaders may take seconds. */
const HANG_MS = 20_000;
/** The largest models take half a minute to open on a slow machine. */
const OPENING_MS = 120_000;
/** Steps a question may have to wait for, one after the other. */
const STEPS_BEFORE_AN_ANSWER = 5;
/** How often the page takes a copy of a training run that it could restore. */
const KEEP_EVERY_MS = 2_000;
/** A run that keeps killing its worker is given up. */
const MAX_RESTARTS = 3;

/** The worker died, or did not answer, and what was asked of it has not been done. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

interface Connection {
  readonly worker: Worker;
  readonly api: Remote<SessionApi>;
  /** Ends calls that will never be answered any more. */
  readonly owed: Set<(reason: WorkerLost) => void>;
}

export class SessionClient {
  private readonly listener: SessionListener;
  private readonly environment: SessionEnvironment;
  private connection: Connection | null = null;
  private request: OpenRequest | null = null;
  private kept: Checkpoint | null = null;
  private keptAt = 0;
  /** Those the kept state was trained and shown under. */
  private keptSettings: Settings | null = null;
  private run = 0;
  private speed: Speed | null = null;
  /** Orders to play on their way: frames sent before they arrived do not know of them. */
  private starting = 0;
  private edits: readonly unknown[] = [];
  private view: Readonly<Record<string, number>> = {};
  /** Milliseconds a training step of the open lab takes, about. */
  private stepMs = 0;
  private restarts = 0;
  /** The run going on in a new worker; null while the first one lives. */
  private recovery: Promise<OpenReport> | null = null;
  private pulling: Connection | null = null;
  private readonly turns: PaintTurns;
  private readonly drafts = createLatestOnly((edits: readonly unknown[]) => this.sendEdits(edits));

  constructor(listener: SessionListener, environment: SessionEnvironment = browserEnvironment) {
    this.listener = listener;
    this.environment = environment;
    this.turns = new PaintTurns(environment.nextPaint);
  }

  /** Opens a lab; frames of earlier runs are dropped from now on. */
  async open(request: Omit<OpenRequest, 'run'>): Promise<OpenReport> {
    this.run += 1;
    this.request = { ...request, run: this.run };
    this.kept = request.checkpoint;
    this.keptSettings = request.settings;
    this.edits = request.edits;
    void this.drafts.settle();
    this.speed = null;
    this.restarts = 0;
    this.recovery = null;
    const { request: asked } = this;
    try {
      const report = await this.ask((api) => api.open(asked), OPENING_MS);
      this.stepMs = 1000 * report.stepSeconds;
      this.pull();
      return report;
    } catch (error) {
      if (error instanceof WorkerLost && this.recovery) return this.recovery;
      throw error;
    }
  }

  /** Why a run with a checkpoint cannot be opened; null when it can. Changes nothing. */
  refusal(request: Omit<OpenRequest, 'run'>): Promise<string | null> {
    return this.call((api) => api.refusal({ ...request, run: this.run }));
  }

  async play(speed: Speed): Promise<void> {
    this.speed = speed;
    this.starting += 1;
    try {
      await this.call((api) => api.play(speed));
    } finally {
      this.starting -= 1;
    }
  }

  pause(): Promise<void> {
    this.speed = null;
    return this.call((api) => api.pause());
  }

  /**
   * Not watched for hanging: a thousand steps may take their time. Rejects with `WorkerLost` when
   * the worker dies on the way, because the number of steps taken is then unknown.
   */
  train(steps: number): Promise<void> {
    this.speed = null;
    return this.ask((api) => api.train(steps), null);
  }

  look(): Promise<Frame> {
    return this.call((api) => api.look());
  }

  /** Not watched for hanging: it waits for the end of a drag. */
  bound(): Promise<ShownBound> {
    return this.ask((api) => api.bound(), null);
  }

  /** Edits of a gesture under way: one message is on its way at most, and of those that pile up the last counts. */
  draftEdits(edits: readonly unknown[]): void {
    this.drafts.push(edits);
  }

  /** Edits to stay; what was drafted and has not been sent is dropped. */
  async setEdits(edits: readonly unknown[]): Promise<void> {
    await this.drafts.settle();
    await this.sendEdits(edits);
  }

  private sendEdits(edits: readonly unknown[]): Promise<void> {
    this.edits = edits;
    const answer = this.call((api) => api.setEdits(edits));
    this.turns.hurry();
    return answer;
  }

  async bakeEdits(): Promise<void> {
    await this.drafts.settle();
    await this.call((api) => api.bakeEdits());
    this.edits = [];
    this.kept = await this.save();
  }

  /** Holds for all runs to come. */
  setView(view: Readonly<Record<string, number>>): void {
    this.view = view;
    if (this.connection) void this.call((api) => api.setView(view)).catch(() => undefined);
  }

  updateSettings(settings: Settings): Promise<void> {
    if (this.request) {
      this.request = { ...this.request, settings: { ...this.request.settings, ...settings } };
    }
    return this.call((api) => api.updateSettings(settings));
  }

  switchBackend(backend: BackendName | 'auto'): Promise<BackendReport> {
    if (this.request) this.request = { ...this.request, backend };
    return this.call((api) => api.switchBackend(backend));
  }

  /**
   * Times real training steps of the open lab on every backend, in a worker of its own so that the
   * lab goes on answering meanwhile. Rejects when no lab is open.
   */
  async measureBackends(): Promise<BackendReport> {
    if (!this.request) throw new Error('No lab is open to measure.');
    const aside = this.connect();
    try {
      await aside.api.open({ ...this.request, checkpoint: null, edits: [] });
      return await aside.api.switchBackend('auto');
    } finally {
      disconnect(aside);
    }
  }

  inspect(query: OfKind): Promise<OfKind> {
    return this.call((api) => api.inspect(query));
  }

  save(): Promise<Checkpoint> {
    return this.call((api) => api.save());
  }

  load(checkpoint: Checkpoint): Promise<void> {
    this.kept = checkpoint;
    return this.call((api) => api.load(checkpoint));
  }

  memory(): Promise<{ readonly tensors: number; readonly heapBytes: number | null }> {
    return this.call((api) => api.memory());
  }

  provoke(fault: 'lose-context' | 'crash' | 'nan'): Promise<void> {
    return this.call((api) => api.provoke(fault));
  }

  close(): void {
    this.disconnect();
    this.request = null;
  }

  // ---- frames ---------------------------------------------------------------------------------

  /** Asks for a frame, hands it over, waits for its turn, asks again: one in flight at most. */
  private pull(): void {
    const connection = this.connected();
    if (this.pulling === connection) return;
    this.pulling = connection;
    const next = async () => {
      if (this.connection !== connection) return;
      // A picture that cannot be made must not be the last one asked for.
      const frame = await connection.api.nextFrame().catch(() => null);
      if (this.connection !== connection) return;
      if (frame?.run === this.run) {
        // It has come to rest by itself: a worker in its place is not to play.
        if (!frame.playing && this.starting === 0) this.speed = null;
        this.listener.onFrame(frame as Frame);
        this.keepNowAndThen(frame);
      }
      await this.turns.next();
      void next();
    };
    void next();
  }

  /**
   * While it trains now and then; at rest when it has come to another step or to other settings, which
   * may be in the state as well. Edits change nothing kept.
   */
  private keepNowAndThen(frame: Pick<Frame, 'playing' | 'run' | 'step'>): void {
    const now = performance.now();
    const settings = this.request?.settings ?? null;
    const isDue = frame.playing
      ? now - this.keptAt >= KEEP_EVERY_MS
      : frame.step !== this.kept?.step || settings !== this.keptSettings;
    if (!isDue) return;
    this.keptAt = now;
    void this.save().then(
      (checkpoint) => {
        if (frame.run !== this.run) return;
        this.kept = checkpoint;
        this.keptSettings = settings;
      },
      () => undefined,
    );
  }

  // ---- the worker's life ----------------------------------------------------------------------

  private connected(): Connection {
    if (this.connection) return this.connection;
    const connection = this.connect();
    connection.worker.onerror = (event) => {
      event.preventDefault();
      this.recover(connection, event.message || 'The worker could not be loaded.');
    };
    this.connection = connection;
    if (Object.keys(this.view).length > 0) this.setView(this.view);
    return connection;
  }

  private connect(): Connection {
    const worker = this.environment.createWorker();
    return { worker, api: wrap<SessionApi>(worker), owed: new Set() };
  }

  private disconnect(): void {
    const { connection } = this;
    this.connection = null;
    this.pulling = null;
    if (connection) disconnect(connection);
  }

  /** Asks the worker; asks its successor should it die before it has answered. */
  private async call<Result>(send: (api: Remote<SessionApi>) => Promise<Result>): Promise<Result> {
    try {
      return await this.ask(send);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      await this.recovery;
      return this.ask(send);
    }
  }

  /**
   * Every question is watched, because Comlink alone would wait for a dead worker for ever: it
   * rejects with `WorkerLost` when the worker dies or has been silent for too long.
   */
  private ask<Result>(
    send: (api: Remote<SessionApi>) => Promise<Result>,
    patience: number | null = HANG_MS + STEPS_BEFORE_AN_ANSWER * this.stepMs,
  ): Promise<Result> {
    const connection = this.connected();
    return new Promise<Result>((resolve, reject) => {
      const hangs = () => this.recover(connection, 'The worker has not answered for too long.');
      const watchdog = patience === null ? undefined : setTimeout(hangs, patience);
      connection.owed.add(reject);
      send(connection.api)
        .then(resolve, reject)
        .finally(() => {
          connection.owed.delete(reject);
          clearTimeout(watchdog);
        });
    });
  }

  private recover(connection: Connection, reason: string): void {
    if (this.connection !== connection) return;
    this.disconnect();
    const { request } = this;
    this.restarts += 1;
    if (request && this.restarts <= MAX_RESTARTS) {
      this.recovery = this.resume(request, reason);
    } else {
      this.recovery = Promise.reject(new WorkerLost(reason));
      this.listener.onFault({ message: reason, restoredStep: null });
    }
    // Callers that await it see the rejection; this keeps it from being reported as unhandled.
    this.recovery.catch(() => undefined);
    for (const end of connection.owed) end(new WorkerLost(reason));
  }

  /** Opens what was open in a new worker. Should that die as well, the next one has the word. */
  private async resume(request: OpenRequest, reason: string): Promise<OpenReport> {
    const { kept, speed } = this;
    const connection = this.connected();
    const resumed = { ...request, checkpoint: kept, edits: this.edits };
    let report: OpenReport;
    try {
      report = await this.ask((api) => api.open(resumed), OPENING_MS);
    } catch (error) {
      if (this.recovery && this.connection !== connection) return this.recovery;
      this.listener.onFault({ message: reason, restoredStep: null });
      throw error;
    }
    if (request.run !== this.run) return report;
    this.listener.onReopen(report);
    this.listener.onFault({ message: reason, restoredStep: kept?.step ?? 0 });
    // Before the first frame is asked for, which would else say that nothing is playing.
    if (speed !== null) void this.play(speed);
    this.pull();
    return report;
  }
}

function disconnect({ api, worker }: Connection): void {
  api[releaseProxy]();
  worker.terminate();
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
