/**
 * The run that is open for the document: asks the session to open it, writes the session's frames
 * into the run store, and keeps the state of runs that are left.
 */

import type { Checkpoint } from '../labs/engine.ts';
import type { Lab } from '../labs/lab.ts';
import type { SessionClient, SessionFault, SessionListener } from '../session/client.ts';
import { WorkerLost } from '../session/connection.ts';
import type { Frame, LiveRequest, OpenReport, RunRequest } from '../session/protocol.ts';
import { inBrief } from '../settings/words.ts';
import { fromSeed, type LabDocument } from './document.ts';
import type { FollowedDocument } from './followedDocument.ts';
import { extendHistory } from './history.ts';
import { LeftRuns } from './leftRuns.ts';
import {
  LONG_OPENING_MS,
  LONG_READING_MS,
  type Messenger,
  readingTexts,
  slowOpening,
  slowSteps,
} from './messages.ts';
import { afterSteps, type TrainedUnder } from './notRepeated.ts';
import { Requests } from './requests.ts';
import type { RunState, RunStore } from './run.ts';
import { sharedParts } from './sharedParts.ts';

export interface OpenRunSetup extends Messenger {
  readonly document: FollowedDocument;
  readonly run: RunStore;
  readonly labNamed: (lab: string) => Lab;
  readonly connect: (listener: SessionListener) => SessionClient;
  /** Back to what was open before. */
  readonly goBack: () => void;
}

export class OpenRun {
  readonly session: SessionClient;
  readonly requests: Requests;
  private readonly document: FollowedDocument;
  private readonly run: RunStore;
  private readonly labNamed: OpenRunSetup['labNamed'];
  private readonly tell: Messenger['tell'];
  private readonly withdraw: Messenger['withdraw'];
  private readonly goBack: () => void;
  /** The latest opening; an earlier one that ends later has nothing to say any more. */
  private opening = 0;
  private opened: Promise<void> = Promise.resolve();
  /** An opened run whose first frame is still on its way. */
  private arriving: OpenReport | null = null;
  /** Frames of a run that came before the word that it is open: they wait for its data. */
  private early: Frame[] = [];
  private releaseFirstFrame: () => void = () => undefined;
  private readonly left = new LeftRuns();
  /** The bounds of what is shown have been asked for. */
  private isAsking = false;

  constructor(setup: OpenRunSetup) {
    this.document = setup.document;
    this.run = setup.run;
    this.labNamed = setup.labNamed;
    this.tell = setup.tell;
    this.withdraw = setup.withdraw;
    this.goBack = setup.goBack;
    this.session = setup.connect({
      onFrame: (frame) => this.onFrame(frame),
      onFault: (fault) => this.onFault(fault),
      onReopen: (report) => this.onReopen(report),
    });
    this.requests = new Requests({ ...setup, session: this.session });
  }

  /** Settles when the run last asked for is open and its requests are answered, also if it is asked for meanwhile. */
  async whenOpen(): Promise<void> {
    let awaited: Promise<void>;
    do {
      awaited = this.opened;
      await awaited;
      await this.requests.answered();
    } while (awaited !== this.opened);
  }

  /** Has all who wait for the open run wait for this as well: it can do nothing else meanwhile. */
  occupy<Result>(work: Promise<Result>): Promise<Result> {
    this.opened = Promise.allSettled([this.opened, work]).then(() => undefined);
    return work;
  }

  /** Opens what the document says; resolves when the first frame can be drawn. */
  reopen(): Promise<void> {
    this.leave();
    this.opened = this.open(this.opening);
    return this.opened;
  }

  /** Shows nothing any more of what was open: another lab's plots could not draw it. */
  close(): void {
    this.leave();
    this.run.setState({ dataset: null, snapshot: null });
  }

  private leave(): void {
    this.opening += 1;
    this.arriving = null;
    this.early = [];
    this.releaseFirstFrame();
    this.requests.end();
    this.run.setState({ phase: 'opening', failure: null, breakdown: null, draft: null });
  }

  /** Keeps the state of the present run, so that undo finds it there. */
  async remember(): Promise<void> {
    await this.whenOpen();
    const { origin } = this.document.get();
    const run = this.run.getState();
    if (!run.dataset || run.phase === 'failed') return;
    // Also where no step was taken: a live setting may have changed the model meanwhile.
    this.left.leave(origin, await this.session.ask((api) => api.save()), run);
  }

  /** Why the model of a document cannot be opened; null when it can. Changes nothing. */
  async refusal(document: LabDocument): Promise<string | null> {
    if (document.origin.checkpoint === null) return null;
    await this.opened;
    const { settings, edits, origin } = document;
    const live = { run: this.opening, settings, edits, view: {}, training: null };
    const request = this.requestOf(live, document, origin.checkpoint);
    return this.session.ask((api) => api.refusal(request));
  }

  private requestOf(
    live: LiveRequest,
    { lab, seed, ownData }: LabDocument,
    checkpoint: Checkpoint | null,
  ): RunRequest {
    const backend = this.run.getState().backendChoice;
    return { ...live, lab, seed, ownData, checkpoint, backend };
  }

  private async open(opening: number): Promise<void> {
    const document = this.document.get();
    const left = this.left.of(document.origin);
    const checkpoint = left?.checkpoint ?? document.origin.checkpoint;
    const request = this.requestOf(this.requests.begin(opening), document, checkpoint);
    try {
      const report = await this.withWordIfLong(
        this.session.open(request, this.readingReport(opening)),
      );
      if (opening !== this.opening) return;
      this.leaveOutRefused(report);
      const slow = slowSteps(report.stepSeconds);
      if (slow) this.tell(slow);
      // Data and snapshot change together, with the first frame: plots never see a mixture.
      const drawn = new Promise<void>((resolve) => {
        this.releaseFirstFrame = resolve;
      });
      this.arriving = report;
      const early = this.early.filter(({ run }) => run === report.run);
      this.early = [];
      for (const frame of early) this.onFrame(frame);
      await drawn;
      if (left && opening === this.opening) {
        const { history, trainedUnder } = left;
        this.run.setState({ history, trainedUnder });
      }
    } catch (error) {
      if (opening !== this.opening) return;
      const message = error instanceof Error ? error.message : String(error);
      const isRefused = checkpoint !== null && !(error instanceof WorkerLost);
      if (isRefused) await this.openWithoutCheckpoint(opening, message);
      else this.run.setState({ phase: 'failed', failure: message });
    }
  }

  /** Says how far texts are read, where that takes long, and offers to stop. */
  private readingReport(opening: number): (fraction: number) => void {
    const start = performance.now();
    let told = 0;
    const stop = async () => {
      await this.session.ask((api) => api.stopReading());
      this.goBack();
    };
    return (fraction) => {
      const tenths = Math.floor(10 * fraction);
      if (opening !== this.opening || performance.now() - start < LONG_READING_MS) return;
      if (tenths === told) return;
      told = tenths;
      const message = readingTexts(fraction, () => void stop());
      if (tenths < 10) this.tell(message);
      else this.withdraw(message.id);
    };
  }

  /** Waits for an opening, and says so when that takes long. */
  private async withWordIfLong<Result>(opening: Promise<Result>): Promise<Result> {
    const timer = setTimeout(() => this.tell(slowOpening), LONG_OPENING_MS);
    try {
      return await opening;
    } finally {
      clearTimeout(timer);
      this.withdraw(slowOpening.id);
    }
  }

  /** A link or a file may bring edits that its model cannot hold: they are left out. */
  private leaveOutRefused({ edits, refusals }: OpenReport): void {
    if (refusals.length === 0) return;
    this.document.amendQuietly({ edits });
    const what = refusals.length === 1 ? 'An edit was' : `${refusals.length} edits were`;
    this.tell({
      id: 'edits',
      kind: 'problem',
      text: `${what} left out, as the model cannot hold it now: ${inBrief(refusals)}`,
    });
  }

  /** A kept or imported state that does not fit must not prevent a new start. */
  private async openWithoutCheckpoint(opening: number, reason: string): Promise<void> {
    this.document.amendQuietly({ origin: fromSeed() });
    this.tell({
      id: 'checkpoint',
      kind: 'problem',
      text: `The stored model could not be read (${reason}). The lab starts from the seed instead.`,
    });
    await this.open(opening);
  }

  private onFrame(frame: Frame): void {
    const state = this.run.getState();
    if (state.phase === 'opening' && !this.arriving) {
      this.early.push(frame);
      return;
    }
    this.run.setState({
      ...(frame.step > state.step && { trainedUnder: this.underNow(state, frame.step) }),
      ...(this.arriving ? this.arrive(this.arriving) : {}),
      snapshot: { ...sharedParts(state.snapshot, frame.snapshot) },
      step: frame.step,
      objective: frame.objective,
      learnedObjective: frame.learnedObjective,
      isObjectivePending: frame.isObjectivePending,
      stepsPerSecond: frame.stepsPerSecond,
      backend: frame.backend,
      history: extendHistory(state.history, frame.history),
      breakdown: frame.breakdown,
    });
    this.requests.notice(frame);
    for (const { kind, label } of frame.history.events) {
      // The chart shows the last event only, and the next may follow at once.
      if (kind === 'context-lost') this.tell({ id: kind, kind: 'problem', text: label });
    }
    this.releaseFirstFrame();
    if (frame.isObjectivePending) void this.followBound();
  }

  /**
   * Asks for the bounds of what is shown until they are known. Answers and frames come in the order
   * they were made in, so that the later word counts.
   */
  private async followBound(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.run.getState().isObjectivePending) {
        const bound = await this.session.bound();
        // The first frame of another run brings the bounds of that one.
        if (this.run.getState().phase === 'opening') return;
        this.run.setState({ ...bound, isObjectivePending: false });
      }
    } catch {
      // The worker has died: the next one sends frames with bounds of their own.
    } finally {
      this.isAsking = false;
    }
  }

  private underNow({ trainedUnder }: RunState, steps: number): TrainedUnder {
    const document = this.document.get();
    return afterSteps(this.labNamed(document.lab), trainedUnder, document, steps);
  }

  private arrive(report: OpenReport): Partial<RunState> {
    this.arriving = null;
    const { runId, view } = this.run.getState();
    return {
      phase: 'ready',
      dataset: report.dataset,
      backendReport: report.backend,
      runId: runId + 1,
      trainedUnder: null,
      view: { ...view, hovered: {}, selected: {} },
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
