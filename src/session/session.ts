/**
 * The worker's side of a lab: trains in slices of about one display frame, answers between
 * slices, and hands out a frame when the page asks for one.
 */
import { transfer } from 'comlink';
import type { Breakdown, Checkpoint } from '../labs/engine.ts';
import type { OfKind } from '../labs/lab.ts';
import { loadLab } from '../labs/registry.ts';
import { type BackendName, contextLost, loseContext, tensorCount } from '../networks/backend.ts';
import { grouped } from '../settings/words.ts';
import { BackendChooser } from './backendChooser.ts';
import { BoundKeeper, type Surroundings } from './boundKeeper.ts';
import { FrameDesk } from './frameDesk.ts';
import type {
  BackendReport,
  Frame,
  HistoryRows,
  LiveRequest,
  OpenReport,
  RunRequest,
  SessionApi,
  ShownBound,
  Speed,
  TrainingOrder,
} from './protocol.ts';
import { Running } from './running.ts';
import { unsoundness } from './soundness.ts';
import { estimatedStepSeconds } from './stepEstimate.ts';
import { StepPacer } from './stepPacer.ts';
import { NO_HISTORY, TrainingLog } from './trainingLog.ts';
import { Turns } from './turns.ts';

/** One slice of training: short enough to answer within a frame, long enough to be worth it. */
const SLICE_MS = 12;
/** During the drag of a cluster the answer matters more than the steps. */
const SLICE_WHILE_EDITING_MS = 3;
/** How often the last good state is kept, for breakdowns and lost contexts. */
const KEEP_EVERY_MS = 400;
/** While the first frame is on its way nothing may compete with it; wasm starts fast everywhere. */
const FIRST_BACKENDS: readonly BackendName[] = ['wasm', 'cpu'];

/** Of a lab without networks: nothing is to be loaded for plain JavaScript. */
const NO_BACKEND: BackendReport = { backend: 'cpu', measured: {}, notes: [] };

export class Session implements SessionApi {
  private running: Running | null = null;
  private speed: Speed | null = null;
  private stepsLeft = 0;
  /** The latest training order. */
  private order = 0;
  private readonly awaitingSteps: (() => void)[] = [];
  private looping = false;
  /** Open, backend switch and load are asynchronous; the loop stands still meanwhile. */
  private readonly turns = new Turns(() => {
    if (this.isWorking) this.loop();
    else this.offerFrame();
  });
  private readonly desk = new FrameDesk();
  private readonly log = new TrainingLog();
  private readonly bounds = new BoundKeeper();
  private breakdown: Breakdown | null = null;
  private readonly pacer = new StepPacer();
  private readonly chooser = new BackendChooser();
  private readonly yieldChannel = new MessageChannel();

  constructor() {
    this.yieldChannel.port1.onmessage = () => this.slice();
  }

  open(request: RunRequest): Promise<OpenReport> {
    return this.turns.take(async () => {
      this.stop();
      this.running?.engine.dispose();
      this.running = null;
      const lab = await loadLab(request.lab);
      const dataset = lab.makeDataset(request.settings, request.seed, request.ownData);
      const backend =
        lab.usesBackend === false ? NO_BACKEND : await this.firstBackend(request.backend);
      this.running = new Running(lab, request, dataset, backend.backend);
      this.startOver(this.running);
      this.obey(request.training);
      const { engine, edits, refusals } = this.running;
      const stepSeconds = estimatedStepSeconds(engine, this.bounds.lastTookMs);
      return { run: request.run, dataset, backend, edits, refusals, stepSeconds };
    });
  }

  refusal(request: RunRequest): Promise<string | null> {
    return this.turns.take(async () => {
      try {
        const lab = await loadLab(request.lab);
        const dataset = lab.makeDataset(request.settings, request.seed, request.ownData);
        const backend = this.running?.backend ?? (await this.firstBackend(request.backend)).backend;
        const trial = new Running(lab, request, dataset, backend);
        try {
          return unsoundness(trial);
        } finally {
          trial.engine.dispose();
        }
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    });
  }

  async follow({ run, settings, edits, view, training }: LiveRequest): Promise<string | null> {
    await this.turns.rest();
    const { running } = this;
    if (running?.run !== run) return null;
    if (running.updateSettings(settings)) {
      // Some change what is shown without a step of training: the data fed to the model, for one.
      this.bounds.changed();
      this.changed();
    }
    if (running.setView(view)) this.changed();
    const refusal = this.edit(running, edits);
    this.obey(training);
    return refusal;
  }

  private edit(running: Running, edits: readonly unknown[]): string | null {
    try {
      if (!running.setEdits(edits)) return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.bounds.edited();
    this.desk.edited();
    this.offerFrame();
    return null;
  }

  private obey(training: TrainingOrder | null): void {
    if (training === null) {
      if (!this.isWorking) return;
      this.stop();
      this.changed();
      return;
    }
    const { order, speed, steps } = training;
    if (order === this.order) {
      if (this.speed === null || this.speed === speed) return;
    } else {
      this.stop();
      this.order = order;
      this.breakdown = null;
      this.stepsLeft = steps ?? 0;
    }
    if (steps === null) this.speed = speed;
    this.pacer.start(speed, this.running?.engine.step ?? 0);
    if (this.isWorking) this.loop();
  }

  async finished(order: number): Promise<void> {
    if (order !== this.order || this.stepsLeft === 0) return;
    await new Promise<void>((resolve) => {
      this.awaitingSteps.push(resolve);
    });
  }

  nextFrame(): Promise<Frame> {
    return new Promise((resolve) => {
      this.desk.ask(resolve);
      if (!this.looping) this.offerFrame();
    });
  }

  async look(): Promise<Frame> {
    const running = await this.rested();
    this.bounds.take(running);
    const { frame, buffers } = this.frame(running, NO_HISTORY, { afresh: true });
    return transfer(frame, buffers);
  }

  async bound(): Promise<ShownBound> {
    const { bounds } = this;
    for (let running = await this.rested(); ; running = await this.rested()) {
      const around = this.surroundings(running);
      if (!bounds.isPending(around)) return bounds.known;
      const wait = bounds.dueIn(performance.now(), around);
      if (wait <= 0) return bounds.take(running);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async bakeEdits(staying: readonly unknown[]): Promise<void> {
    (await this.rested()).bakeEdits(staying);
    this.bounds.changed();
    this.changed();
  }

  switchBackend(backend: BackendName | 'auto'): Promise<BackendReport> {
    return this.turns.take(async () => {
      const running = this.open_();
      const trial = () => {
        const engine = running.freshEngine();
        return { step: () => engine.train(), dispose: () => engine.dispose() };
      };
      const report =
        backend === 'auto' ? await this.chooser.fastest(trial) : await this.chooser.named(backend);
      // The networks' truth is on the CPU: they follow the active backend from step to step.
      running.backend = report.backend;
      this.bounds.changed();
      this.changed();
      return report;
    });
  }

  async inspect(query: OfKind): Promise<OfKind> {
    const { engine } = await this.rested();
    if (!engine.inspect) throw new Error('The model of this lab answers no queries.');
    return engine.inspect(query);
  }

  async save(): Promise<Checkpoint> {
    return (await this.rested()).engine.save();
  }

  async memory(): Promise<{ tensors: number; heapBytes: number | null }> {
    const { memory } = performance as { memory?: { usedJSHeapSize: number } };
    return { tensors: tensorCount(), heapBytes: memory?.usedJSHeapSize ?? null };
  }

  /** Frees what the session holds; it is not to be used again. */
  close(): void {
    this.stop();
    this.running?.engine.dispose();
    this.running = null;
    this.yieldChannel.port1.close();
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

  /** What was known of the course of a run does not go on from its present state. */
  private startOver(running: Running): void {
    this.log.restart();
    this.breakdown = null;
    this.bounds.changed();
    this.bounds.take(running);
    this.changed();
  }

  // ---- the loop -------------------------------------------------------------------------------

  private loop(): void {
    if (this.looping) return;
    this.looping = true;
    this.yieldChannel.port2.postMessage(null);
  }

  private slice(): void {
    const running = this.running;
    // Steps that were asked for by number are taken all the same.
    if (this.speed !== null && running?.engine.converged) {
      this.speed = null;
      this.desk.changed();
    }
    if (this.turns.isBusy || !running || !this.isWorking) {
      this.looping = false;
      // At rest, the state is good to the last step.
      if (running && running.engine.step !== running.lastGood.step) running.keep();
      this.offerFrame();
      return;
    }
    const now = performance.now();
    const end = now + (this.desk.isEditing(now) ? SLICE_WHILE_EDITING_MS : SLICE_MS);
    let steps = 0;
    while (this.mayStep(steps) && performance.now() < end) {
      if (!this.step(running)) break;
      steps += 1;
    }
    if (running.backend === 'webgl' && contextLost()) {
      this.recoverContext(running);
    } else if (steps > 0) {
      this.pacer.took(steps);
      if (performance.now() - running.keptAt > KEEP_EVERY_MS) running.keep();
      this.desk.changed();
    }
    this.offerFrame();
    const wait = this.speed === null ? 0 : this.pacer.waitMs();
    if (wait > 4) setTimeout(() => this.slice(), Math.min(wait, 100));
    else this.yieldChannel.port2.postMessage(null);
  }

  private surroundings({ edits }: Running): Surroundings {
    return {
      isTraining: this.isWorking,
      isEdited: edits.length > 0,
      quietFor: this.desk.quietFor(performance.now()),
    };
  }

  private get isWorking(): boolean {
    return this.speed !== null || this.stepsLeft > 0;
  }

  private mayStep(stepsInSlice: number): boolean {
    if (this.stepsLeft > 0) return true;
    if (this.speed === null || this.running?.engine.converged) return false;
    return this.pacer.isDue(stepsInSlice);
  }

  /** One training step with its bookkeeping; false when it failed. */
  private step(running: Running): boolean {
    const { engine } = running;
    const outcome = engine.train();
    if (!outcome.ok) {
      if (running.backend === 'webgl' && contextLost()) return false;
      this.breakdown = outcome.breakdown;
      this.stop();
      engine.load(running.lastGood);
      this.bounds.changed();
      this.log.addEvent({
        step: outcome.breakdown.step,
        kind: 'breakdown',
        label: `${outcome.breakdown.message} Restored the state of step ${grouped(running.lastGood.step)}.`,
        accepted: false,
        gain: 0,
      });
      this.changed();
      return false;
    }
    this.bounds.trained(outcome.objective, running.edits.length > 0);
    this.log.addStep(engine.step, outcome.objective, outcome.events);
    if (this.stepsLeft > 0 && --this.stepsLeft === 0) this.finish();
    return true;
  }

  private stop(): void {
    this.speed = null;
    this.stepsLeft = 0;
    this.finish();
  }

  private finish(): void {
    for (const resolve of this.awaitingSteps.splice(0)) resolve();
  }

  // ---- frames ---------------------------------------------------------------------------------

  private changed(): void {
    this.desk.changed();
    if (!this.looping) this.offerFrame();
  }

  private offerFrame(): void {
    const { running } = this;
    if (!running || this.turns.isBusy) return;
    const deliver = this.desk.due(this.looping);
    if (!deliver) return;
    const { frame, buffers } = this.frame(running, this.log.take());
    deliver(transfer(frame, buffers));
  }

  private frame(
    running: Running,
    history: HistoryRows,
    how: { readonly afresh?: boolean } = {},
  ): { frame: Frame; buffers: ArrayBuffer[] } {
    const { snapshot, transfer: buffers } = running.engine.snapshot(how);
    const frame: Frame = {
      run: running.run,
      step: running.engine.step,
      playing: this.isWorking,
      order: this.order,
      ...this.bounds.known,
      isObjectivePending: this.bounds.isPending(this.surroundings(running)),
      stepsPerSecond: this.pacer.stepsPerSecond(),
      backend: running.backend,
      history,
      snapshot,
      breakdown: this.breakdown,
    };
    return { frame, buffers: [...buffers] };
  }

  // ---- backends -------------------------------------------------------------------------------

  private async firstBackend(asked: BackendName | 'auto'): Promise<BackendReport> {
    if (asked !== 'auto') return this.chooser.named(asked);
    return (await this.chooser.known()) ?? this.chooser.first(FIRST_BACKENDS);
  }

  /** The parameters live on the CPU, so a lost context costs at most the steps since the last keep. */
  private recoverContext(running: Running): void {
    const state = running.lastGood;
    void this.turns.take(async () => {
      const lostAt = running.engine.step;
      running.engine.dispose();
      const report = await this.chooser.withoutWebgl();
      running.rebuild(state, report.backend);
      this.bounds.changed();
      this.changed();
      this.log.addEvent({
        step: state.step,
        kind: 'context-lost',
        label: `The graphics context was lost at step ${lostAt}; training goes on from step ${state.step} on ${report.backend}.`,
        accepted: true,
        gain: 0,
      });
    });
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
    await this.turns.rest();
    return this.open_();
  }
}
