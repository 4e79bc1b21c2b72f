/**
 * Commands on a lab: every button, key, link, script and test goes through one of these. The
 * controller keeps the open run in step with the document.
 */

import type { KeptRun } from '../files/keptRuns.ts';
import type { ModelFile } from '../files/readModelFile.ts';
import { type AnswerTo, isAnswerOf, type Lab, type OfKind } from '../labs/lab.ts';
import type { SessionClient, SessionListener } from '../session/client.ts';
import { type Question, WorkerLost } from '../session/connection.ts';
import { createLatestOnly } from '../session/latestOnly.ts';
import type { Frame, Outcome, ShownBound, Speed } from '../session/protocol.ts';
import type { SettingsShape, SettingValue } from '../settings/settingsTable.ts';
import { checkSetting } from '../settings/validate.ts';
import { Backends } from './backends.ts';
import { type DocumentStore, isSameStart, isShipped, type LabDocument } from './document.ts';
import { Editing } from './editing.ts';
import { FollowedDocument } from './followedDocument.ts';
import { emptyHistory, recalledHistory, summarise } from './history.ts';
import type { Message, Messenger } from './messages.ts';
import { NewStarts } from './newStarts.ts';
import { notRepeated } from './notRepeated.ts';
import { OpenRun } from './openRun.ts';
import type { Parts } from './parts.ts';
import type { Requests } from './requests.ts';
import type { ReadonlyRun, RunStore } from './run.ts';
import { type LinkedView, PLAIN_VIEW } from './view.ts';
import { ViewCommands } from './viewCommands.ts';

export interface ControllerSetup extends Messenger {
  readonly document: DocumentStore;
  readonly run: RunStore;
  readonly connect: (listener: SessionListener) => SessionClient;
  readonly labNamed: (lab: string) => Lab;
}

/** What a document is begun with, besides what is in it. */
export interface Beginning {
  /** The known course of the bound. */
  readonly history?: ModelFile['history'];
  readonly view?: Partial<LinkedView>;
  readonly isGiven?: boolean;
  /** One step of undo brings back what was open before, of the same lab. */
  readonly isUndoable?: boolean;
}

/** How to train where a shipped model is open. */
export interface TrainingOptions {
  /** Goes on from the shipped model; otherwise training starts again from the seed. */
  readonly continues?: boolean;
}

const BRIEF_STEPS = 10;

export class LabController extends ViewCommands {
  readonly document: DocumentStore;
  readonly run: ReadonlyRun;
  readonly labNamed: (lab: string) => Lab;
  private readonly setup: ControllerSetup;
  readonly editing: Editing;
  readonly backends: Backends;
  private readonly starts: NewStarts;
  private readonly open: OpenRun;
  private readonly session: SessionClient;
  private readonly requests: Requests;
  private readonly followed: FollowedDocument;
  /** Messages about the open document. */
  private readonly messageIds = new Set<string>();
  /** Undo or redo is changing the document. */
  private isRestoring = false;

  constructor(setup: ControllerSetup) {
    super(setup.run);
    this.document = setup.document;
    this.run = setup.run;
    this.labNamed = setup.labNamed;
    this.setup = setup;
    this.followed = new FollowedDocument(setup.document, (now, before) => this.follow(now, before));
    this.open = new OpenRun({
      ...setup,
      document: this.followed,
      tell: (message) => this.tell(message),
      goBack: () => void this.undo(),
    });
    this.session = this.open.session;
    this.requests = this.open.requests;
    const parts: Parts = {
      ...setup,
      document: this.followed,
      open: this.open,
      tell: (message: Message) => this.tell(message),
      sameVisit: () => this.sameVisit(),
    };
    this.editing = new Editing({ ...parts, bake: () => this.bakeEdits() });
    this.backends = new Backends(parts);
    this.starts = new NewStarts(parts);
  }

  // ---- running --------------------------------------------------------------------------------

  /** Opens what the document says; resolves when the first frame can be drawn. */
  async start(history: ModelFile['history'] = null): Promise<void> {
    const isSame = this.sameVisit();
    await this.open.reopen();
    if (isSame()) this.recallHistory(history);
  }

  /**
   * Leaves what was open for another document, which opens as if it were the first: there is nothing
   * to undo unless that is asked for, and nothing that was selected, told or set for the one before
   * stays.
   */
  async begin(
    document: LabDocument,
    { history = null, view = PLAIN_VIEW, isGiven = false, isUndoable = false }: Beginning = {},
  ): Promise<void> {
    if (isUndoable) {
      const isStill = this.sameVisit();
      await this.open.remember();
      if (!isStill()) return;
    }
    for (const id of this.messageIds) this.setup.withdraw(id);
    this.messageIds.clear();
    if (document.lab !== this.document.getState().lab) this.open.close();
    this.state.setState(({ visit }) => ({
      visit: visit + 1,
      view: { ...PLAIN_VIEW, ...view },
      isGiven,
      isTouched: false,
      speed: this.labNamed(document.lab).firstSpeed ?? 'slow-start',
      history: emptyHistory(),
    }));
    // An origin of its own: this is another run, whatever document it was read from.
    this.followed.replaceQuietly({ kept: [], ...document, origin: { ...document.origin } });
    if (!isUndoable) this.document.temporal.getState().clear();
    const isSame = this.sameVisit();
    await this.start(history);
    // The first frame of a run ends selections, as another model has other things to select.
    if (isSame()) this.selectLinked(view);
  }

  /** Selects what a link says is selected. */
  selectLinked({ selected = {} }: Partial<LinkedView>): void {
    if (Object.keys(selected).length > 0) this.show({ selected });
  }

  /** Tells the person at the page; what is about the open document is taken back with it. */
  tell(message: Message): void {
    if (!message.lasting) this.messageIds.add(message.id);
    this.setup.tell(message);
  }

  private sameVisit(): () => boolean {
    const { visit } = this.run.getState();
    return () => this.run.getState().visit === visit;
  }

  /** Waits until the lab is open; false when another document has been opened meanwhile. */
  private async stillOpen(): Promise<boolean> {
    const isSame = this.sameVisit();
    await this.open.whenOpen();
    return isSame();
  }

  /** Puts the known course of the bound before what is still to come. */
  private recallHistory(history: ModelFile['history']): void {
    if (history) this.state.setState({ history: recalledHistory(history) });
  }

  /** Settles when the lab last asked for is open. */
  whenOpen(): Promise<void> {
    return this.open.whenOpen();
  }

  async play(options: TrainingOptions = {}): Promise<void> {
    if (!(await this.readyToTrain(options)) || this.run.getState().phase === 'failed') return;
    this.state.setState({ phase: 'playing', breakdown: null });
    await this.requests.play(this.run.getState().speed);
  }

  async pause(): Promise<void> {
    if (!(await this.stillOpen())) return;
    if (this.run.getState().phase === 'playing') this.state.setState({ phase: 'ready' });
    await this.requests.rest();
  }

  /**
   * One training step, from a shipped model too. Resolves also when the worker dies on the way or the
   * lab cannot run, which is reported elsewhere.
   */
  async step(): Promise<void> {
    await this.train(1, { continues: true }).catch((error: unknown) => {
      if (!(error instanceof WorkerLost) && this.run.getState().phase !== 'failed') throw error;
    });
  }

  /** Trains exactly `steps` steps. Rejects when the worker dies before they are done. */
  async train(steps: number, options: TrainingOptions = {}): Promise<void> {
    if (!(await this.readyToTrain(options))) return;
    const { phase, failure } = this.run.getState();
    if (phase === 'failed') throw new Error(failure ?? 'The lab cannot run.');
    await this.replay(steps);
  }

  /** The same, but edits stay and a shipped model goes on: for the steps that a link asks for. */
  async replay(steps: number): Promise<void> {
    if (!(await this.stillOpen())) return;
    const { phase, breakdown } = this.run.getState();
    // The stage says why; as long as it does, what is opened next has no run to remember.
    if (phase === 'failed') return;
    // A step or two is over before a changed button could be read.
    const during = steps > BRIEF_STEPS ? 'training' : phase;
    if (during !== phase || breakdown !== null)
      this.state.setState({ phase: during, breakdown: null });
    try {
      await this.requests.train(steps);
    } finally {
      if (this.run.getState().phase === 'training') this.state.setState({ phase: 'ready' });
    }
  }

  /**
   * A shipped model gives way to a start from the seed unless training is to go on from it; some labs
   * go on from where edits have put them. False when another document has been opened meanwhile.
   */
  private async readyToTrain({ continues = false }: TrainingOptions): Promise<boolean> {
    const isSame = this.sameVisit();
    this.touch();
    await this.open.whenOpen();
    if (!isSame()) return false;
    if (isShipped(this.document.getState().origin)) {
      await this.starts.leaveShipped(continues);
      await this.open.whenOpen();
      if (!isSame()) return false;
    }
    const { lab, edits } = this.document.getState();
    const { goesOnFromEdits, outlivesModel = () => false } = this.labNamed(lab);
    if (goesOnFromEdits && !edits.every((edit) => outlivesModel(edit))) await this.bakeEdits();
    return isSame();
  }

  setSpeed(speed: Speed): void {
    this.state.setState({ speed });
    if (this.run.getState().phase === 'playing') this.requests.setSpeed(speed);
  }

  /** Back to the seed; asks nothing, because undo brings the run back. */
  reset(): Promise<void> {
    return this.startAgain({});
  }

  /** Starts from the seed with other settings, seed or data; undo brings the run back. */
  async startAgain(change: Partial<Omit<LabDocument, 'origin' | 'edits'>>): Promise<void> {
    await this.starts.fromSeed(() => change);
    await this.open.whenOpen();
  }

  // ---- the document ---------------------------------------------------------------------------

  /** Shows a value while a control is being dragged, without a step of undo. */
  draftSetting(name: string, value: SettingValue): void {
    const settings = { ...this.effective().settings, [name]: value };
    this.state.setState({ draft: { ...this.run.getState().draft, settings } });
    if (!this.takesEffectLive(name)) return;
    const { settings: inForce } = this.document.getState();
    void this.requests.goAhead({ settings: { ...inForce, [name]: value } });
  }

  /** Rejects, and changes nothing, when a value is not one the table allows. */
  async changeSettings(values: Readonly<Record<string, SettingValue>>): Promise<void> {
    const { lab, settings } = this.document.getState();
    const { table } = this.labNamed(lab);
    for (const [name, value] of Object.entries(values)) {
      const checked = checkSetting(table, name, value);
      if (!checked.ok) throw new RangeError(checked.problem.message);
    }
    const changed = Object.keys(values).filter((name) => values[name] !== settings[name]);
    const live = changed.every((name) => this.takesEffectLive(name));
    // Controls show it at once, also while the run that ends is being noted.
    this.state.setState({ draft: { settings: { ...settings, ...values } } });
    try {
      // Others may have changed something meanwhile.
      const next = () => ({ ...this.document.getState().settings, ...values });
      if (!live) {
        await this.starts.fromSeed(() => ({ settings: next() }));
      } else if (changed.length > 0) this.document.setState({ settings: next() });
    } finally {
      this.state.setState({ draft: null });
      void this.requests.followDocument('settings');
    }
    await this.open.whenOpen();
  }

  changeSeed(seed: number): Promise<void> {
    return this.startAgain({ seed });
  }

  /** Notes that the opened document is trained or changed here. */
  private touch(): void {
    const { isGiven, isTouched } = this.run.getState();
    if (isGiven || !isTouched) this.state.setState({ isGiven: false, isTouched: true });
  }

  /** "Train from here": builds the edits into the learned model, but those that outlive it. */
  async bakeEdits(): Promise<void> {
    const isSame = this.sameVisit();
    await this.open.remember();
    if (!isSame()) return;
    const { lab, edits, origin } = this.document.getState();
    const { outlivesModel = () => false } = this.labNamed(lab);
    const staying = edits.filter((edit) => outlivesModel(edit));
    const checkpoint = await this.requests.bakeEdits(staying);
    if (!isSame()) return;
    const { pretrained } = origin;
    const isRepeated =
      staying.length === edits.length && notRepeated(this.labNamed(lab), origin).length === 0;
    const way = isRepeated ? ({ isRepeated } as const) : ({ byHand: true } as const);
    this.followed.replaceQuietly({
      edits: staying,
      origin: { checkpoint, pretrained, continued: true, ...way },
    });
    void this.requests.followDocument('edits', staying);
  }

  /** Keeps other runs than before for comparison; a step of undo, unless they were there already. */
  setKept(kept: readonly KeptRun[], isStep = true): void {
    if (isStep) this.followed.replaceQuietly({ kept });
    else this.followed.amendQuietly({ kept });
  }

  undo(): Promise<void> {
    return this.restore(() => this.document.temporal.getState().undo());
  }

  redo(): Promise<void> {
    return this.restore(() => this.document.temporal.getState().redo());
  }

  private async restore(goBackOrForward: () => void): Promise<void> {
    await this.starts.leave(() => {
      this.isRestoring = true;
      goBackOrForward();
      this.isRestoring = false;
    });
    await this.open.whenOpen();
  }

  /**
   * Replaces everything: an import, a link, kept work. One step of undo. Rejects with the reason,
   * and changes nothing, when the model cannot be loaded. False when another document has been opened
   * meanwhile.
   *
   * @param isGiven it is shown to the person, not made by them: it is no work to keep
   */
  async openDocument(
    next: LabDocument,
    history: ModelFile['history'] = null,
    isGiven = false,
  ): Promise<boolean> {
    const isSame = this.sameVisit();
    const refusal = await this.open.refusal(next);
    if (refusal !== null) throw new Error(`The model cannot be loaded. ${refusal}`);
    if (!isSame()) return false;
    await this.starts.leave(() => {
      this.state.setState(({ replacements }) => ({ replacements: replacements + 1 }));
      this.document.setState({ ...next, origin: { ...next.origin } });
      if (isGiven) this.state.setState({ isGiven, isTouched: false });
    });
    await this.open.whenOpen();
    if (isSame()) this.recallHistory(history);
    return isSame();
  }

  /**
   * Puts another document in place of this one, as a part of the last step of undo: what leads through
   * several documents has one step for all. A document with the same origin goes on with the same
   * run. It is given, as one that was just opened. Otherwise as `openDocument`.
   */
  async openInstead(next: LabDocument, history: ModelFile['history'] = null): Promise<boolean> {
    const isSame = this.sameVisit();
    const isSameRun = next.origin === this.document.getState().origin;
    const refusal = isSameRun ? null : await this.open.refusal(next);
    if (refusal !== null) throw new Error(`The model cannot be loaded. ${refusal}`);
    if (!isSame()) return false;
    this.followed.amendQuietly(next);
    this.state.setState({ isGiven: true, isTouched: false });
    if (isSameRun) await this.requests.followDocument('edits');
    else await this.start(history);
    return isSame();
  }

  /** The document with the changes under way laid over it. */
  effective(): LabDocument {
    return { ...this.document.getState(), ...this.run.getState().draft };
  }

  // ---- what the page shows --------------------------------------------------------------------

  /** Opens or closes the view that takes the place of the stage; training is paused before it opens. */
  async setSlowMotion(slowMotion: boolean): Promise<void> {
    if (slowMotion) await this.pause();
    this.show({ slowMotion });
  }

  /** What snapshots are to contain besides the model, such as `samples` of it: a number of each. */
  setView(view: Readonly<Record<string, number>>): void {
    this.requests.setView(view);
  }

  // ---- reading --------------------------------------------------------------------------------

  /** Asks the worker, once the lab is open. */
  async ask<Answer>(question: Question<Answer>): Promise<Answer> {
    await this.open.whenOpen();
    return this.session.ask(question);
  }

  /** What the engine of a lab answers to a query. */
  async inspect<Query extends OfKind, Answer extends OfKind, Asked extends Query>(
    lab: Lab<SettingsShape, unknown, OfKind, Query, Answer>,
    query: Asked,
  ): Promise<AnswerTo<Answer, Asked['kind']>> {
    const answer = await this.ask((api) => api.inspect(query));
    if (isAnswerOf<Answer, Asked['kind']>(lab, query.kind, answer)) return answer;
    throw new Error(`The answer to "${query.kind}" of ${lab.title} was "${answer.kind}".`);
  }

  /** Returns what asks one question at a time: of those that pile up, the last is asked. */
  oneAtATime<Question>(ask: (question: Question) => Promise<void>): (question: Question) => void {
    const latest = createLatestOnly(ask);
    return (question) => void latest(question);
  }

  /** The bounds of the state as it is now; see `SessionApi.bound`. */
  async bound(): Promise<ShownBound> {
    await this.open.whenOpen();
    return this.session.bound();
  }

  /** The state as it is now, not as last drawn. */
  currentFrame(): Promise<Frame> {
    return this.ask((api) => api.currentFrame());
  }

  /** What the run has come to, with its model. */
  outcome(): Promise<Outcome> {
    return this.ask((api) => api.outcome());
  }

  /** A worker for runs next to this one. The caller ends it. */
  spareWorker(): Worker {
    return this.session.spareWorker();
  }

  /** Everything needed to go on elsewhere: for export and for keeping on the device. */
  async modelFile(): Promise<ModelFile> {
    await this.open.whenOpen();
    const { lab, settings, seed, edits, ownData, origin } = this.document.getState();
    const { pretrained, continued } = origin;
    const checkpoint = await this.session.ask((api) => api.save());
    const history = summarise(this.run.getState().history);
    return {
      ...{ lab, settings, seed, edits, ownData, checkpoint, history, pretrained },
      ...(continued && { continued }),
    };
  }

  memory() {
    return this.session.ask((api) => api.memory());
  }

  /** For tests and for showing recovery in class. */
  provoke(fault: 'lose-context' | 'crash' | 'nan'): Promise<void> {
    return this.session.ask((api) => api.provoke(fault));
  }

  // ---- keeping the session in step ------------------------------------------------------------

  private follow(now: LabDocument, before: LabDocument): void {
    this.state.setState({ isGiven: this.isRestoring, isTouched: true });
    if (!isSameStart(now, before)) {
      void this.open.reopen();
      return;
    }
    if (now.settings !== before.settings) {
      const changed = Object.keys(now.settings).filter(
        (name) => now.settings[name] !== before.settings[name],
      );
      if (changed.some((name) => !this.takesEffectLive(name))) {
        void this.open.reopen();
        return;
      }
      void this.requests.followDocument('settings');
    }
    if (now.edits !== before.edits) void this.requests.followDocument('edits');
  }

  private takesEffectLive(name: string): boolean {
    const { lab } = this.document.getState();
    return this.labNamed(lab).table.settings[name]?.takesEffect === 'live';
  }
}
