/**
 * The worker's side of a lab: trains in slices of about one display frame, answers between
 * slices, and hands out a frame when the page asks for one.
 */
import { transfer } from 'comlink';
import type { Breakdown, Checkpoint, Dataset, ElboTerms } from '../models/engine.ts';
import { type BackendName, contextLost, loseContext, tensorCount } from '../networks/backend.ts';
import { BackendChooser } from './backendChooser.ts';
import { type AnyDefinition, type AnyEngine, labNamed } from './labs.ts';
import type {
  BackendReport,
  Frame,
  HistoryRows,
  OpenReport,
  OpenRequest,
  SessionApi,
  Settings,
  Speed,
} from './protocol.ts';
import { StepPacer } from './stepPacer.ts';
import { NO_HISTORY, TrainingLog } from './trainingLog.ts';

/** One slice of training: short enough to answer within a frame, long enough to be worth it. */
const SLICE_MS = 12;
/** While somebody drags a cluster the answer matters more than the steps. */
const SLICE_WHILE_EDITING_MS = 3;
/** A drag sends edits with every display frame; this long after the last one it is over. */
const EDITING_MS = 250;
/** Meanwhile pictures of training alone are rare: the next one asked for is kept for the next edit. */
const PICTURE_WHILE_EDITING_MS = 150;
/** How often the last good state is kept, for breakdowns and lost contexts. */
const KEEP_EVERY_MS = 400;
/** While the first frame is on its way nothing may compete with it; wasm starts fast everywhere. */
const FIRST_BACKENDS: readonly BackendName[] = ['wasm', 'cpu'];

interface Running {
  readonly run: number;
  readonly definition: AnyDefinition;
  readonly dataset: Dataset;
  readonly seed: number;
  settings: Settings;
  engine: AnyEngine;
  edits: readonly unknown[];
  backend: BackendName;
  lastGood: Checkpoint;
  keptAt: number;
}

export class Session implements SessionApi {
  private running: Running | null = null;
  private speed: Speed | null = null;
  private stepsLeft = 0;
  private finishTraining: (() => void) | null = null;
  private looping = false;
  /** Open, backend switch and load are asynchronous; the loop stands still meanwhile. */
  private exclusive: Promise<unknown> = Promise.resolve();
  private transitions = 0;
  private version = 0;
  private sentVersion = -1;
  private wanted: ((frame: Frame) => void) | null = null;
  private editedAt = Number.NEGATIVE_INFINITY;
  private isEditSent = true;
  private sentAt = Number.NEGATIVE_INFINITY;
  private readonly log = new TrainingLog();
  private lastElbo: ElboTerms | null = null;
  /** What the page wants in its snapshots; outlives runs and engines. */
  private view: Readonly<Record<string, number>> = {};
  private breakdown: Breakdown | null = null;
  private readonly pacer = new StepPacer();
  private readonly chooser = new BackendChooser();
  private readonly yieldChannel = new MessageChannel();

  constructor() {
    this.yieldChannel.port1.onmessage = () => this.slice();
  }

  open(request: OpenRequest): Promise<OpenReport> {
    return this.alone(async () => {
      this.stop();
      this.running?.engine.dispose();
      this.running = null;
      const definition = labNamed(request.lab);
      const dataset = definition.makeDataset(request.settings, request.seed, request.ownData);
      const backend = await this.firstBackend(request.backend);
      const engine = definition.create({ settings: request.settings, dataset, seed: request.seed });
      if (request.checkpoint) engine.load(request.checkpoint);
      const edits = request.edits.map(definition.parseEdit);
      engine.setEdits(edits);
      engine.setView(this.view);
      this.running = {
        run: request.run,
        definition,
        dataset,
        seed: request.seed,
        settings: request.settings,
        engine,
        edits,
        backend: backend.backend,
        lastGood: engine.save(),
        keptAt: performance.now(),
      };
      this.log.restart();
      this.breakdown = null;
      this.lastElbo = engine.evaluate();
      this.changed();
      return { run: request.run, dataset, backend };
    });
  }

  play(speed: Speed): void {
    this.speed = speed;
    this.breakdown = null;
    this.pacer.start(speed);
    this.loop();
  }

  pause(): void {
    this.stop();
    this.changed();
  }

  async train(steps: number): Promise<void> {
    await this.rested();
    this.stop();
    this.breakdown = null;
    if (steps === 0) return;
    this.stepsLeft = steps;
    this.pacer.start('full');
    const done = new Promise<void>((resolve) => {
      this.finishTraining = resolve;
    });
    this.loop();
    return done;
  }

  nextFrame(): Promise<Frame> {
    return new Promise((resolve) => {
      this.wanted = resolve;
      if (!this.looping) this.offerFrame();
    });
  }

  async look(): Promise<Frame> {
    const running = await this.rested();
    const { frame, buffers } = this.frame(running, NO_HISTORY, { afresh: true });
    return transfer({ ...frame, elbo: running.engine.evaluate() }, buffers);
  }

  async setEdits(edits: readonly unknown[]): Promise<void> {
    const running = await this.rested();
    const valid = edits.map(running.definition.parseEdit);
    running.engine.setEdits(valid);
    running.edits = valid;
    this.editedAt = performance.now();
    this.isEditSent = false;
    this.version += 1;
    this.offerFrame();
  }

  async bakeEdits(): Promise<void> {
    const running = await this.rested();
    running.engine.bakeEdits();
    running.edits = [];
    this.keep(running);
    this.changed();
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.view = view;
    if (!this.running) return;
    this.running.engine.setView(view);
    this.changed();
  }

  async updateSettings(settings: Settings): Promise<void> {
    const running = await this.rested();
    running.settings = { ...running.settings, ...settings };
    running.engine.updateSettings(running.settings);
    // Some change what is shown without a step of training: the data fed to the model, for one.
    this.changed();
  }

  switchBackend(backend: BackendName | 'auto'): Promise<BackendReport> {
    return this.alone(async () => {
      const running = this.open_();
      const trial = () => {
        const engine = this.freshEngine(running);
        return { step: () => engine.train(), dispose: () => engine.dispose() };
      };
      const report =
        backend === 'auto' ? await this.chooser.fastest(trial) : await this.chooser.named(backend);
      // The networks' truth is on the CPU: they follow the active backend from step to step.
      running.backend = report.backend;
      this.changed();
      return report;
    });
  }

  async inspect(query: unknown): Promise<unknown> {
    return (await this.rested()).engine.inspect(query);
  }

  async save(): Promise<Checkpoint> {
    return (await this.rested()).engine.save();
  }

  load(checkpoint: Checkpoint): Promise<void> {
    return this.alone(async () => {
      const running = this.open_();
      this.stop();
      running.engine.load(checkpoint);
      this.keep(running);
      this.log.restart();
      this.breakdown = null;
      this.lastElbo = running.engine.evaluate();
      this.changed();
    });
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
      const { engine } = this.open_();
      const state = engine.save();
      engine.load({ ...state, parameters: state.parameters.map(() => Number.NaN) });
    } else
      setTimeout(() => {
        throw new Error('The worker was made to crash.');
      });
  }

  // ---- the loop -------------------------------------------------------------------------------

  private loop(): void {
    if (this.looping) return;
    this.looping = true;
    this.yieldChannel.port2.postMessage(null);
  }

  private slice(): void {
    const running = this.running;
    if (this.transitions > 0 || !running || (this.speed === null && this.stepsLeft === 0)) {
      this.looping = false;
      // At rest, the state is good to the last step.
      if (running && running.engine.step !== running.lastGood.step) this.keep(running);
      this.offerFrame();
      return;
    }
    const now = performance.now();
    const end = now + (this.isEditing(now) ? SLICE_WHILE_EDITING_MS : SLICE_MS);
    let steps = 0;
    while (this.mayStep(steps) && performance.now() < end) {
      if (!this.step(running)) break;
      steps += 1;
    }
    if (running.backend === 'webgl' && contextLost()) {
      this.recoverContext(running);
    } else if (steps > 0) {
      this.pacer.took(steps);
      if (performance.now() - running.keptAt > KEEP_EVERY_MS) this.keep(running);
      this.version += 1;
    }
    this.offerFrame();
    const wait = this.speed !== null && this.speed !== 'full' ? this.pacer.waitMs() : 0;
    if (wait > 4) setTimeout(() => this.slice(), Math.min(wait, 100));
    else this.yieldChannel.port2.postMessage(null);
  }

  private mayStep(stepsInSlice: number): boolean {
    if (this.stepsLeft > 0) return true;
    if (this.speed === null) return false;
    return this.speed === 'full' || this.pacer.isDue(stepsInSlice);
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
      this.log.addEvent({
        step: outcome.breakdown.step,
        kind: 'breakdown',
        label: `${outcome.breakdown.message} Restored the state of step ${running.lastGood.step}.`,
        accepted: false,
        gain: 0,
      });
      this.changed();
      return false;
    }
    this.lastElbo = outcome.elbo;
    this.log.addStep(engine.step, outcome.elbo, outcome.events);
    if (this.stepsLeft > 0 && --this.stepsLeft === 0) this.finish();
    return true;
  }

  private stop(): void {
    this.speed = null;
    this.stepsLeft = 0;
    this.finish();
  }

  private finish(): void {
    this.finishTraining?.();
    this.finishTraining = null;
  }

  // ---- frames ---------------------------------------------------------------------------------

  private changed(): void {
    this.version += 1;
    if (!this.looping) this.offerFrame();
  }

  private isEditing(now: number): boolean {
    return now - this.editedAt < EDITING_MS;
  }

  private offerFrame(): void {
    const { wanted, running } = this;
    if (!wanted || !running || this.transitions > 0 || this.version === this.sentVersion) return;
    const now = performance.now();
    // The loop will ask again; at rest nobody would.
    const mayWait = this.looping && this.isEditSent && this.isEditing(now);
    if (mayWait && now - this.sentAt < PICTURE_WHILE_EDITING_MS) return;
    this.wanted = null;
    this.sentVersion = this.version;
    this.sentAt = now;
    this.isEditSent = true;
    const { frame, buffers } = this.frame(running, this.log.take());
    wanted(transfer(frame, buffers));
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
      playing: this.speed !== null || this.stepsLeft > 0,
      elbo: this.lastElbo,
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

  private freshEngine(running: Running): AnyEngine {
    const { definition, dataset, settings, seed } = running;
    return definition.create({ settings, dataset, seed });
  }

  private rebuild(running: Running, state: Checkpoint, backend: BackendName): void {
    running.engine = this.freshEngine(running);
    running.engine.load(state);
    running.engine.setEdits(running.edits);
    running.engine.setView(this.view);
    running.backend = backend;
    this.keep(running);
    this.changed();
  }

  /** The parameters live on the CPU, so a lost context costs at most the steps since the last keep. */
  private recoverContext(running: Running): void {
    const state = running.lastGood;
    void this.alone(async () => {
      const lostAt = running.engine.step;
      running.engine.dispose();
      const report = await this.chooser.withoutWebgl();
      this.rebuild(running, state, report.backend);
      this.log.addEvent({
        step: state.step,
        kind: 'context-lost',
        label: `The graphics context was lost at step ${lostAt}; training goes on from step ${state.step} on ${report.backend}.`,
        accepted: true,
        gain: 0,
      });
    });
  }

  private keep(running: Running): void {
    running.lastGood = running.engine.save();
    running.keptAt = performance.now();
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
    while (this.transitions > 0) await this.exclusive;
    return this.open_();
  }

  /** Runs one asynchronous change after the other, with the loop at rest, then lets it go on. */
  private alone<Result>(change: () => Promise<Result>): Promise<Result> {
    this.transitions += 1;
    const result = this.exclusive.then(change).finally(() => {
      this.transitions -= 1;
      if (this.transitions > 0) return;
      if (this.speed !== null || this.stepsLeft > 0) this.loop();
      else this.offerFrame();
    });
    this.exclusive = result.catch(() => undefined);
    return result;
  }
}
