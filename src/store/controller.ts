/**
 * Commands on a lab: every button, key, link, script and test goes through one of these. The
 * controller keeps the session in step with the document and writes what the session says into
 * the run store.
 */

import type { ModelFile } from '../files/modelFile.ts';
import type { Checkpoint } from '../models/engine.ts';
import type { BackendName } from '../networks/backend.ts';
import {
  type SessionClient,
  type SessionFault,
  type SessionListener,
  WorkerLost,
} from '../session/client.ts';
import type { Frame, OpenReport, Speed } from '../session/protocol.ts';
import type { SettingValue } from '../settings/settingsTable.ts';
import { amend, type DocumentStore, FROM_SEED, type LabDocument, type Origin } from './document.ts';
import { extendHistory, recalledHistory, summarise } from './history.ts';
import type { LabEntry } from './labs.ts';
import type { RunState, RunStore } from './run.ts';

/** A message for people; a later one with the same id takes its place. */
export interface Message {
  readonly id: string;
  readonly kind: 'info' | 'problem';
  readonly text: string;
}

export interface ControllerSetup {
  readonly document: DocumentStore;
  readonly run: RunStore;
  readonly connect: (listener: SessionListener) => SessionClient;
  readonly labNamed: (lab: string) => LabEntry;
  /** Tells the person at the page. */
  readonly tell: (message: Message) => void;
}

const BRIEF_STEPS = 10;

export class LabController {
  readonly document: DocumentStore;
  readonly run: RunStore;
  private readonly labNamed: (lab: string) => LabEntry;
  readonly tell: (message: Message) => void;
  private readonly session: SessionClient;
  /** The latest opening; an earlier one that ends later has nothing to say any more. */
  private opening = 0;
  private opened: Promise<void> = Promise.resolve();
  /** An opened run whose first frame is still on its way. */
  private arriving: OpenReport | null = null;
  /** Frames of a run that came before the word that it is open: they wait for its data. */
  private early: Frame[] = [];
  private releaseFirstFrame: () => void = () => undefined;
  private pausedByHiding: Speed | null = null;
  /** Where runs stood when they were left, by their origins. */
  private readonly stands = new WeakMap<Origin, Checkpoint>();
  /** Orders to play on their way: frames sent before they arrived do not know of them. */
  private starting = 0;

  constructor(setup: ControllerSetup) {
    this.document = setup.document;
    this.run = setup.run;
    this.labNamed = setup.labNamed;
    this.tell = setup.tell;
    this.session = setup.connect({
      onFrame: (frame) => this.onFrame(frame),
      onFault: (fault) => this.onFault(fault),
      onReopen: (report) => this.onReopen(report),
    });
    this.document.subscribe((now, before) => this.follow(now, before));
  }

  // ---- running --------------------------------------------------------------------------------

  /** Opens what the document says; resolves when the first frame can be drawn. */
  async start(history: ModelFile['history'] = null): Promise<void> {
    await this.reopen();
    this.recallHistory(history);
  }

  /** Leaves what was open for another document: nothing to undo. */
  async begin(document: LabDocument, history: ModelFile['history'] = null): Promise<void> {
    this.replaceQuietly(document);
    this.document.temporal.getState().clear();
    await this.start(history);
  }

  /** Puts the known course of the bound before what is still to come. */
  private recallHistory(history: ModelFile['history']): void {
    if (history) this.run.setState({ history: recalledHistory(history) });
  }

  /** Settles when the lab last asked for is open. */
  whenOpen(): Promise<void> {
    return this.opened;
  }

  async play(): Promise<void> {
    await this.opened;
    if (this.document.getState().origin.pretrained) await this.reset();
    this.run.setState({ phase: 'playing', breakdown: null });
    this.starting += 1;
    try {
      await this.session.play(this.run.getState().speed);
    } finally {
      this.starting -= 1;
    }
  }

  async pause(): Promise<void> {
    await this.opened;
    if (this.run.getState().phase === 'playing') this.run.setState({ phase: 'ready' });
    await this.session.pause();
  }

  /** One training step, as a button asks for it: that a worker died on the way is told anyway. */
  async step(): Promise<void> {
    await this.train(1).catch((error: unknown) => {
      if (!(error instanceof WorkerLost)) throw error;
    });
  }

  /** Trains exactly `steps` steps. Rejects when the worker dies before they are done. */
  async train(steps: number): Promise<void> {
    await this.opened;
    if (this.document.getState().origin.pretrained) await this.reset();
    // A step or two is over before a changed button could be read.
    const phase = steps > BRIEF_STEPS ? 'training' : this.run.getState().phase;
    this.run.setState({ phase, breakdown: null });
    try {
      await this.session.train(steps);
    } finally {
      if (this.run.getState().phase === 'training') this.run.setState({ phase: 'ready' });
    }
  }

  setSpeed(speed: Speed): void {
    this.run.setState({ speed });
    if (this.run.getState().phase === 'playing') void this.session.play(speed);
  }

  /** Back to the seed; asks nothing, because undo brings the run back. */
  async reset(): Promise<void> {
    await this.rememberRun();
    this.document.setState({ origin: { ...FROM_SEED } });
    await this.opened;
  }

  /** A hidden tab trains nobody: training rests and goes on when the tab is seen again. */
  async setVisible(visible: boolean): Promise<void> {
    const { phase, speed } = this.run.getState();
    if (!visible && phase === 'playing') {
      this.pausedByHiding = speed;
      await this.pause();
      this.tell({
        id: 'hidden',
        kind: 'info',
        text: 'Training rested while this tab was hidden.',
      });
    } else if (visible && this.pausedByHiding !== null) {
      this.pausedByHiding = null;
      await this.play();
    }
  }

  async switchBackend(backend: BackendName | 'auto'): Promise<void> {
    await this.opened;
    this.run.setState({ backendChoice: backend });
    if (backend === 'auto') return this.chooseFastestBackend();
    const report = await this.session.switchBackend(backend);
    this.run.setState({ backend: report.backend, backendReport: report });
    for (const note of report.notes) this.tell({ id: 'backend', kind: 'info', text: note });
  }

  /** "Auto": measures all backends on the side and goes on with the fastest. */
  async chooseFastestBackend(): Promise<void> {
    await this.opened;
    if (this.run.getState().backendChoice !== 'auto') return;
    const backendReport = await this.session.measureBackends();
    const { backend } = backendReport;
    if (this.run.getState().backendChoice !== 'auto') return;
    if (backend !== this.run.getState().backend) await this.session.switchBackend(backend);
    this.run.setState({ backend, backendReport });
  }

  // ---- the document ---------------------------------------------------------------------------

  /** Shows a value while a control is being dragged, without a step of undo. */
  draftSetting(name: string, value: SettingValue): void {
    const settings = { ...this.effective().settings, [name]: value };
    this.run.setState({ draft: { ...this.run.getState().draft, settings } });
    if (this.takesEffectLive(name)) void this.session.updateSettings({ [name]: value });
  }

  async changeSettings(values: Readonly<Record<string, SettingValue>>): Promise<void> {
    const { settings } = this.document.getState();
    const next = { ...settings, ...values };
    const changed = Object.keys(next).filter((name) => next[name] !== settings[name]);
    this.run.setState({ draft: null });
    if (changed.length === 0) return;
    const live = changed.every((name) => this.takesEffectLive(name));
    if (!live) await this.rememberRun();
    this.document.setState(
      live ? { settings: next } : { settings: next, origin: { ...FROM_SEED } },
    );
    await this.opened;
  }

  async changeSeed(seed: number): Promise<void> {
    await this.rememberRun();
    this.document.setState({ seed, origin: { ...FROM_SEED } });
    await this.opened;
  }

  /**
   * Edits under way: the picture follows the pointer, undo waits for the end of the drag. Resolves
   * when the session has them, so that a drag can wait for that before it sends the next.
   */
  draftEdits(edits: readonly unknown[]): Promise<void> {
    this.run.setState({ draft: { ...this.run.getState().draft, edits } });
    return this.session.setEdits(edits);
  }

  /** Gives up edits under way: the session goes back to what the document says. */
  async dropDraftEdits(): Promise<void> {
    this.run.setState({ draft: null });
    await this.session.setEdits(this.document.getState().edits);
  }

  /**
   * Resolves when the session has them; rejects, and changes nothing, when one is not valid. With
   * `sameStep` they belong to the last step of undo, as the strokes of a key that is tapped do.
   */
  async setEdits(
    edits: readonly unknown[],
    { sameStep = false }: { readonly sameStep?: boolean } = {},
  ): Promise<void> {
    const { parseEdit } = this.labNamed(this.document.getState().lab);
    const valid = edits.map(parseEdit);
    await this.opened;
    await this.session.setEdits(valid);
    this.run.setState({ draft: null });
    if (sameStep) this.amendQuietly({ edits: valid });
    else this.replaceQuietly({ edits: valid });
  }

  async addEdit(edit: unknown): Promise<void> {
    const { withEdit } = this.labNamed(this.document.getState().lab);
    await this.setEdits(withEdit(this.document.getState().edits, edit));
  }

  /** "Train from here": builds the edits into the learned model. */
  async bakeEdits(): Promise<void> {
    await this.opened;
    await this.rememberRun();
    await this.session.bakeEdits();
    const checkpoint = await this.session.save();
    this.replaceQuietly({ edits: [], origin: { checkpoint, pretrained: false } });
  }

  async undo(): Promise<void> {
    await this.rememberRun();
    this.document.temporal.getState().undo();
    await this.opened;
  }

  async redo(): Promise<void> {
    await this.rememberRun();
    this.document.temporal.getState().redo();
    await this.opened;
  }

  /** Replaces everything: an import, a link, kept work. One step of undo. */
  async openDocument(next: LabDocument, history: ModelFile['history'] = null): Promise<void> {
    await this.rememberRun();
    this.document.setState({ ...next, origin: { ...next.origin } });
    await this.opened;
    this.recallHistory(history);
  }

  /** The document with the changes under way laid over it. */
  effective(): LabDocument {
    return { ...this.document.getState(), ...this.run.getState().draft };
  }

  /** What snapshots are to contain besides the model, such as `samples` of it: a number of each. */
  setView(view: Readonly<Record<string, number>>): void {
    this.session.setView(view);
  }

  // ---- reading --------------------------------------------------------------------------------

  inspect(query: unknown): Promise<unknown> {
    return this.session.inspect(query);
  }

  /** The state as it is now, not as last drawn. */
  async look(): Promise<Frame> {
    await this.opened;
    return this.session.look();
  }

  save(): Promise<Checkpoint> {
    return this.session.save();
  }

  /** Everything needed to go on elsewhere: for export and for keeping on the device. */
  async modelFile(): Promise<ModelFile> {
    await this.opened;
    const { lab, settings, seed, edits, ownData } = this.document.getState();
    const checkpoint = await this.session.save();
    const history = summarise(this.run.getState().history);
    return { lab, settings, seed, edits, ownData, checkpoint, history };
  }

  memory() {
    return this.session.memory();
  }

  /** For tests and for showing recovery in class. */
  provoke(fault: 'lose-context' | 'crash' | 'nan'): Promise<void> {
    return this.session.provoke(fault);
  }

  // ---- keeping the session in step ------------------------------------------------------------

  private skipFollow = false;

  private follow(now: LabDocument, before: LabDocument): void {
    if (this.skipFollow) return;
    const sameRun =
      now.lab === before.lab &&
      now.seed === before.seed &&
      now.ownData === before.ownData &&
      now.origin === before.origin;
    if (!sameRun) {
      void this.reopen();
      return;
    }
    if (now.settings !== before.settings) {
      const changed = Object.keys(now.settings).filter(
        (name) => now.settings[name] !== before.settings[name],
      );
      if (changed.some((name) => !this.takesEffectLive(name))) {
        void this.reopen();
        return;
      }
      void this.session.updateSettings(now.settings);
    }
    if (now.edits !== before.edits) void this.session.setEdits(now.edits);
  }

  private replaceQuietly(change: Partial<LabDocument>): void {
    this.skipFollow = true;
    try {
      this.document.setState(change);
    } finally {
      this.skipFollow = false;
    }
  }

  private amendQuietly(change: Partial<LabDocument>): void {
    this.skipFollow = true;
    try {
      amend(this.document, change);
    } finally {
      this.skipFollow = false;
    }
  }

  private reopen(): Promise<void> {
    const turn = ++this.opening;
    this.arriving = null;
    this.early = [];
    this.releaseFirstFrame();
    this.run.setState({ phase: 'opening', failure: null, breakdown: null, draft: null });
    this.opened = this.openSession(turn);
    return this.opened;
  }

  private async openSession(turn: number): Promise<void> {
    const { lab, settings, seed, edits, ownData, origin } = this.document.getState();
    const backend = this.run.getState().backendChoice;
    const checkpoint = this.stands.get(origin) ?? origin.checkpoint;
    try {
      const request = { lab, settings, seed, edits, ownData, backend, checkpoint };
      const report = await this.session.open(request);
      if (turn !== this.opening) return;
      // Data and snapshot change together, with the first frame: plots never see a mixture.
      const drawn = new Promise<void>((resolve) => {
        this.releaseFirstFrame = resolve;
      });
      this.arriving = report;
      const early = this.early.filter(({ run }) => run === report.run);
      this.early = [];
      for (const frame of early) this.onFrame(frame);
      await drawn;
    } catch (error) {
      if (turn !== this.opening) return;
      const message = error instanceof Error ? error.message : String(error);
      const isRefused = checkpoint !== null && !(error instanceof WorkerLost);
      if (isRefused) await this.openWithoutCheckpoint(turn, message);
      else this.run.setState({ phase: 'failed', failure: message });
    }
  }

  /** A kept or imported state that does not fit must not keep anybody from starting anew. */
  private async openWithoutCheckpoint(turn: number, reason: string): Promise<void> {
    this.amendQuietly({ origin: { ...FROM_SEED } });
    this.tell({
      id: 'checkpoint',
      kind: 'problem',
      text: `The stored model cannot be taken up (${reason}). The lab starts from the seed instead.`,
    });
    await this.openSession(turn);
  }

  /**
   * Notes where the present run stands, so that undo finds it there.
   */
  private async rememberRun(): Promise<void> {
    await this.opened;
    const { origin } = this.document.getState();
    const { dataset, phase } = this.run.getState();
    if (!dataset || phase === 'failed') return;
    const checkpoint = await this.session.save();
    if (checkpoint.step !== (origin.checkpoint?.step ?? 0)) this.stands.set(origin, checkpoint);
    else this.stands.delete(origin);
  }

  private takesEffectLive(name: string): boolean {
    const { lab } = this.document.getState();
    return this.labNamed(lab).table.settings[name]?.takesEffect === 'live';
  }

  // ---- what the session says ------------------------------------------------------------------

  private onFrame(frame: Frame): void {
    const state = this.run.getState();
    if (state.phase === 'opening' && !this.arriving) {
      this.early.push(frame);
      return;
    }
    const hasStopped = state.phase === 'playing' && !frame.playing && this.starting === 0;
    this.run.setState({
      ...(this.arriving ? this.arrive(this.arriving) : {}),
      ...(hasStopped ? { phase: 'ready' } : {}),
      snapshot: frame.snapshot,
      step: frame.step,
      elbo: frame.elbo,
      stepsPerSecond: frame.stepsPerSecond,
      backend: frame.backend,
      history: extendHistory(state.history, frame.history),
      breakdown: frame.breakdown,
    });
    this.releaseFirstFrame();
  }

  private arrive(report: OpenReport): Partial<RunState> {
    this.arriving = null;
    return {
      phase: 'ready',
      dataset: report.dataset,
      backendReport: report.backend,
      runId: this.run.getState().runId + 1,
      hoveredRow: null,
      selectedRow: null,
      hoveredCluster: null,
      selectedCluster: null,
    };
  }

  private onReopen(report: OpenReport): void {
    this.run.setState({ dataset: report.dataset, backendReport: report.backend });
  }

  private onFault(fault: SessionFault): void {
    if (fault.restoredStep === null) {
      this.run.setState({ phase: 'failed', failure: fault.message });
      return;
    }
    this.tell({
      id: 'fault',
      kind: 'problem',
      text: `The training worker stopped (${fault.message}). A new one goes on from step ${fault.restoredStep}.`,
    });
  }
}
