/**
 * The worker's side of a lab: trains in slices of about one display frame, answers between
 * slices, and sends a frame when the page asks for one.
 */
import { transfer } from 'comlink';
import { type Checkpoint, datasetOf, type NamedArrays } from '../labs/engine.ts';
import type { OfKind } from '../labs/lab.ts';
import { loadLab } from '../labs/registry.ts';
import { createTimeSlices } from '../math/timeSlices.ts';
import { type BackendName, loseContext, tensorCount } from '../networks/backend.ts';
import { BackendChooser } from './backendChooser.ts';
import type { Surroundings } from './bounds.ts';
import { buffersOf } from './buffersOf.ts';
import { ChangeQueue } from './changeQueue.ts';
import { FrameLimiter } from './frameLimiter.ts';
import type {
  ArraysTaken,
  BackendReport,
  Frame,
  HistoryRows,
  LiveRequest,
  ModelArrays,
  OpenReport,
  Outcome,
  Progress,
  RunRequest,
  SessionApi,
  ShownBound,
  TrainingOrder,
} from './protocol.ts';
import { Running } from './running.ts';
import { unsoundness } from './soundness.ts';
import { estimatedStepSeconds } from './stepEstimate.ts';
import { NO_HISTORY } from './trainingLog.ts';
import { TrainingLoop } from './trainingLoop.ts';

/** One slice of training: short enough to answer within a frame, long enough to be worth it. */
const SLICE_MS = 12;
/** During the drag of a cluster the answer matters more than the steps. */
const SLICE_WHILE_EDITING_MS = 3;
/** While the first frame is on its way nothing may compete with it; wasm starts fast everywhere. */
const FIRST_BACKENDS: readonly BackendName[] = ['wasm', 'cpu'];

/** Of a lab without networks: nothing is to be loaded for plain JavaScript. */
const NO_BACKEND: BackendReport = { backend: 'cpu', measured: {}, notes: [] };

export class Session implements SessionApi {
  private running: Running | null = null;
  /** Open and backend switch are asynchronous; training stands still meanwhile. */
  private readonly changes = new ChangeQueue(() => {
    if (this.loop.isTraining) this.loop.wake();
    else this.offerFrame();
  });
  /** Of the data of the latest opening: the next one stops it. */
  private reading = new AbortController();
  private readonly frames = new FrameLimiter();
  private readonly chooser = new BackendChooser();
  private readonly loop = new TrainingLoop({
    run: () => (this.changes.isBusy ? null : this.running),
    sliceMs: () => (this.frames.isEditing(performance.now()) ? SLICE_WHILE_EDITING_MS : SLICE_MS),
    onSlice: (run, steps) => this.onSlice(run, steps),
    onRest: (hasConverged) => this.onRest(hasConverged),
  });

  open(request: RunRequest, onReading?: (fraction: number) => void): Promise<OpenReport> {
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    return this.changes.add(async () => {
      this.loop.stop();
      this.running?.engine.dispose();
      this.running = null;
      const lab = await loadLab(request.lab);
      const { settings, seed, ownData } = request;
      const watch = { signal, ...(onReading && { onProgress: onReading }) };
      const dataset = await datasetOf(lab, settings, seed, ownData, watch);
      const backend =
        lab.usesBackend === false ? NO_BACKEND : await this.firstBackend(request.backend);
      const running = new Running(lab, request, dataset, backend.backend);
      this.running = running;
      running.bounds.take(running);
      this.frames.changed();
      this.obey(request.training, running);
      const { engine, edits, refusals, bounds } = running;
      const stepSeconds = estimatedStepSeconds(engine, bounds.lastCostMs);
      return { run: request.run, dataset, backend, edits, refusals, stepSeconds };
    });
  }

  stopReading(): void {
    this.reading.abort(new Error('Reading the texts was stopped.'));
  }

  refusal(request: RunRequest): Promise<string | null> {
    return this.changes.add(async () => {
      try {
        return await this.onTrial(request, unsoundness);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    });
  }

  withArrays(request: RunRequest, arrays: NamedArrays): Promise<ArraysTaken> {
    return this.changes.add(() =>
      this.onTrial(request, ({ engine }) => {
        const names = engine.takeArrays?.(arrays) ?? [];
        return { names, checkpoint: engine.save() };
      }),
    );
  }

  /** Does something with a run beside the one that is open. */
  private async onTrial<Result>(
    request: RunRequest,
    done: (trial: Running) => Result,
  ): Promise<Result> {
    const lab = await loadLab(request.lab);
    const dataset = await datasetOf(lab, request.settings, request.seed, request.ownData);
    const backend = this.running?.backend ?? (await this.firstBackend(request.backend)).backend;
    const trial = new Running(lab, request, dataset, backend);
    try {
      return done(trial);
    } finally {
      trial.engine.dispose();
    }
  }

  async follow({ run, settings, edits, view, training }: LiveRequest): Promise<string | null> {
    await this.changes.idle();
    const { running } = this;
    if (running?.run !== run) return null;
    if (running.updateSettings(settings)) this.changed();
    if (running.setView(view)) this.changed();
    const refusal = this.edit(running, edits);
    this.obey(training, running);
    return refusal;
  }

  private edit(running: Running, edits: readonly unknown[]): string | null {
    try {
      if (!running.setEdits(edits)) return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.frames.edited();
    this.offerFrame();
    return null;
  }

  private obey(training: TrainingOrder | null, run: Running): void {
    const wasTraining = this.loop.isTraining;
    this.loop.obey(training, run);
    if (wasTraining && !this.loop.isTraining) this.changed();
  }

  finished(order: number): Promise<void> {
    return this.loop.finished(order);
  }

  nextFrame(): Promise<Frame> {
    return new Promise((resolve) => {
      this.frames.ask(resolve);
      if (!this.loop.isLooping) this.offerFrame();
    });
  }

  async currentFrame(): Promise<Frame> {
    const running = await this.rested();
    running.bounds.take(running);
    return this.frame(running, NO_HISTORY, { afresh: true });
  }

  async outcome(): Promise<Outcome> {
    const { engine } = await this.rested();
    const snapshot = engine.snapshot({ afresh: true });
    const outcome: Outcome = {
      step: engine.step,
      objective: engine.evaluate(),
      scores: engine.scores?.() ?? [],
      snapshot,
      checkpoint: engine.save(),
    };
    return transfer(outcome, buffersOf(snapshot));
  }

  async progress(): Promise<Progress> {
    const { engine, log, breakdown } = await this.rested();
    return { step: engine.step, history: log.take(), breakdown };
  }

  async bound(): Promise<ShownBound> {
    for (let running = await this.rested(); ; running = await this.rested()) {
      const { bounds } = running;
      const around = this.surroundings(running);
      if (!bounds.isPending(around)) return bounds.known;
      const wait = bounds.dueIn(performance.now(), around);
      if (wait <= 0) return bounds.take(running);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async bakeEdits(staying: readonly unknown[]): Promise<void> {
    (await this.rested()).bakeEdits(staying);
    this.changed();
  }

  switchBackend(backend: BackendName | 'auto'): Promise<BackendReport> {
    return this.changes.add(async () => {
      const running = this.open_();
      const trial = () => {
        const engine = running.freshEngine();
        return { step: () => engine.train(), dispose: () => engine.dispose() };
      };
      const report =
        backend === 'auto' ? await this.chooser.fastest(trial) : await this.chooser.named(backend);
      running.setBackend(report.backend);
      this.changed();
      return report;
    });
  }

  async inspect(query: OfKind): Promise<OfKind> {
    const running = await this.rested();
    const { engine } = running;
    if (!engine.inspect) throw new Error('The model of this lab answers no queries.');
    const pieces = engine.inspectInPieces?.(query);
    if (!pieces) return engine.inspect(query);
    const slices = createTimeSlices();
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      if (piece.done) return piece.value;
      await slices.rest();
      // The page asks again about the new run: this answer would be dropped.
      if (this.running !== running) throw new Error('Another run was opened before the answer.');
    }
  }

  async save(): Promise<Checkpoint> {
    return (await this.rested()).engine.save();
  }

  async arrays(): Promise<ModelArrays> {
    const { engine } = await this.rested();
    if (!engine.arrays) throw new Error('The model of this lab has no arrays.');
    return { arrays: engine.arrays(), checkpoint: engine.save() };
  }

  async memory(): Promise<{ tensors: number; heapBytes: number | null }> {
    const { memory } = performance as { memory?: { usedJSHeapSize: number } };
    return { tensors: tensorCount(), heapBytes: memory?.usedJSHeapSize ?? null };
  }

  /** Frees what the session holds; it is not to be used again. */
  close(): void {
    this.loop.close();
    this.running?.engine.dispose();
    this.running = null;
  }

  provoke(fault: 'lose-context' | 'crash' | 'nan'): void {
    if (fault === 'lose-context') loseContext();
    else if (fault === 'nan') {
      const running = this.open_();
      running.keep();
      running.engine.breakDown?.();
    } else
      setTimeout(() => {
        throw new Error('The worker was made to crash.');
      });
  }

  // ---- training -------------------------------------------------------------------------------

  private onSlice(run: Running, steps: number): void {
    if (run.hasLostContext) {
      void this.changes.add(async () => {
        await run.recoverContext(() => this.chooser.withoutWebgl());
        this.changed();
      });
    } else if (steps > 0 || run.breakdown) {
      run.keepNowAndThen(this.loop.isTraining);
      this.frames.changed();
    }
    this.offerFrame();
  }

  private onRest(hasConverged: boolean): void {
    if (hasConverged) this.frames.changed();
    // At rest, the state is good to the last step.
    this.running?.keepNowAndThen(false);
    this.offerFrame();
  }

  // ---- frames ---------------------------------------------------------------------------------

  private changed(): void {
    this.frames.changed();
    if (!this.loop.isLooping) this.offerFrame();
  }

  private offerFrame(): void {
    const { running } = this;
    if (!running || this.changes.isBusy) return;
    const deliver = this.frames.due(this.loop.isLooping);
    if (!deliver) return;
    deliver(this.frame(running, running.log.take()));
  }

  private frame(
    running: Running,
    history: HistoryRows,
    how: { readonly afresh?: boolean } = {},
  ): Frame {
    const snapshot = running.engine.snapshot(how);
    const around = this.surroundings(running);
    if (running.bounds.isInstant(performance.now(), around)) running.bounds.take(running);
    const frame: Frame = {
      run: running.run,
      step: running.engine.step,
      playing: this.loop.isTraining,
      order: this.loop.order,
      ...running.bounds.known,
      isObjectivePending: running.bounds.isPending(around),
      stepsPerSecond: this.loop.stepsPerSecond,
      backend: running.backend,
      history,
      snapshot,
      breakdown: running.breakdown,
    };
    return transfer(frame, buffersOf(snapshot));
  }

  // ---- backends -------------------------------------------------------------------------------

  private surroundings({ edits }: Running): Surroundings {
    return {
      isTraining: this.loop.isTraining,
      isEdited: edits.length > 0,
      quietFor: this.frames.quietFor(performance.now()),
    };
  }

  private async firstBackend(asked: BackendName | 'auto'): Promise<BackendReport> {
    if (asked !== 'auto') return this.chooser.named(asked);
    return (await this.chooser.known()) ?? this.chooser.first(FIRST_BACKENDS);
  }

  private open_(): Running {
    if (!this.running) throw new Error('No lab is open in this session.');
    return this.running;
  }

  /**
   * The run, once no change of it is under way: between two backends nothing can be computed, and
   * what is asked of a worker that has just been started waits until it has opened its lab.
   */
  private async rested(): Promise<Running> {
    await this.changes.idle();
    return this.open_();
  }
}
