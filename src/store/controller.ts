/**
 * Commands on a lab: every button, key, link, script and test goes through one of these. The
 * controller keeps the open run in step with the document.
 */

import type { ModelFile } from '../files/modelFile.ts';
import type { Checkpoint } from '../labs/engine.ts';
import { type AnswerTo, isAnswerOf, type Lab, type OfKind } from '../labs/lab.ts';
import type { BackendName } from '../networks/backend.ts';
import type { SessionClient, SessionListener } from '../session/client.ts';
import { WorkerLost } from '../session/connection.ts';
import { createLatestOnly } from '../session/latestOnly.ts';
import type { Frame, ShownBound, Speed } from '../session/protocol.ts';
import type { SettingsShape, SettingValue } from '../settings/settingsTable.ts';
import { checkSetting } from '../settings/validate.ts';
import { type DocumentStore, fromSeed, isShipped, type LabDocument } from './document.ts';
import { Editing } from './editing.ts';
import { FollowedDocument } from './followedDocument.ts';
import { emptyHistory, recalledHistory, summarise } from './history.ts';
import { type Message, OpenRun } from './openRun.ts';
import type { ReadonlyRun, RunStore } from './run.ts';
import {
  entryIn,
  type LinkedView,
  PLAIN_VIEW,
  type TargetKind,
  type View,
  type ViewEntry,
  withEntry,
  withTarget,
} from './view.ts';

export interface ControllerSetup {
  readonly document: DocumentStore;
  readonly run: RunStore;
  readonly connect: (listener: SessionListener) => SessionClient;
  readonly labNamed: (lab: string) => Lab;
  /** Tells the person at the page. */
  readonly tell: (message: Message) => void;
  /** Takes a message back, by its id. */
  readonly withdraw: (id: string) => void;
}

/** What a document is begun with, besides what is in it. */
export interface Beginning {
  /** The known course of the bound. */
  readonly history?: ModelFile['history'];
  readonly view?: LinkedView;
  readonly isGiven?: boolean;
}

/** How to train where a shipped model is open. */
export interface TrainingOptions {
  /** Goes on from the shipped model; otherwise training starts again from the seed. */
  readonly continues?: boolean;
}

const BRIEF_STEPS = 10;

export class LabController {
  readonly document: DocumentStore;
  readonly run: ReadonlyRun;
  readonly labNamed: (lab: string) => Lab;
  private readonly state: RunStore;
  private readonly setup: ControllerSetup;
  readonly editing: Editing;
  private readonly open: OpenRun;
  private readonly session: SessionClient;
  private readonly followed: FollowedDocument;
  private pausedByHiding: Speed | null = null;
  /** Messages about the open document. */
  private readonly told = new Set<string>();
  /** Undo or redo is changing the document. */
  private isRestoring = false;

  constructor(setup: ControllerSetup) {
    this.document = setup.document;
    this.run = setup.run;
    this.state = setup.run;
    this.labNamed = setup.labNamed;
    this.setup = setup;
    this.followed = new FollowedDocument(setup.document, (now, before) => this.follow(now, before));
    this.open = new OpenRun({
      ...setup,
      document: this.followed,
      tell: (message) => this.tell(message),
    });
    this.session = this.open.session;
    this.editing = new Editing({
      document: this.followed,
      run: setup.run,
      open: this.open,
      labNamed: setup.labNamed,
      tell: (message) => this.tell(message),
      sameVisit: () => this.sameVisit(),
      bake: () => this.bakeEdits(),
    });
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
   * to undo, and nothing that was selected, told or set for the one before stays.
   */
  async begin(
    document: LabDocument,
    { history = null, view = PLAIN_VIEW, isGiven = false }: Beginning = {},
  ): Promise<void> {
    for (const id of this.told) this.setup.withdraw(id);
    this.told.clear();
    this.pausedByHiding = null;
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
    this.followed.replaceQuietly({ ...document, origin: { ...document.origin } });
    this.document.temporal.getState().clear();
    await this.start(history);
  }

  /** Tells the person at the page; what is about the open document is taken back with it. */
  tell(message: Message): void {
    if (!message.lasting) this.told.add(message.id);
    this.setup.tell(message);
  }

  /**
   * Asks later whether the document that is open now still is: what was asked of one must not be
   * done to another that was opened while it waited.
   */
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
    if (!(await this.readyToTrain(options))) return;
    this.state.setState({ phase: 'playing', breakdown: null });
    await this.open.play(this.run.getState().speed);
  }

  async pause(): Promise<void> {
    if (!(await this.stillOpen())) return;
    if (this.run.getState().phase === 'playing') this.state.setState({ phase: 'ready' });
    await this.open.rest();
  }

  /**
   * One training step, as a button asks for it, from a shipped model too: that a worker died on the
   * way is told anyway.
   */
  async step(): Promise<void> {
    await this.train(1, { continues: true }).catch((error: unknown) => {
      if (!(error instanceof WorkerLost)) throw error;
    });
  }

  /** Trains exactly `steps` steps. Rejects when the worker dies before they are done. */
  async train(steps: number, options: TrainingOptions = {}): Promise<void> {
    if (await this.readyToTrain(options)) await this.replay(steps);
  }

  /** The same, with the edits left over whatever comes of it: the steps that a link asks for. */
  async replay(steps: number): Promise<void> {
    if (!(await this.stillOpen())) return;
    // A step or two is over before a changed button could be read.
    const phase = steps > BRIEF_STEPS ? 'training' : this.run.getState().phase;
    this.state.setState({ phase, breakdown: null });
    try {
      await this.open.train(steps);
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
      await this.leaveShipped(continues);
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
    if (this.run.getState().phase === 'playing') this.open.setSpeed(speed);
  }

  /**
   * The run goes on from the shipped model as one of the person's own, or another starts from the
   * seed; undo brings the shipped model back as it was. One step of undo, also where a second key
   * stroke asks for the same before the first is done.
   */
  private leaveShipped(continues: boolean): Promise<void> {
    return this.leave(() => {
      const { origin } = this.document.getState();
      if (!isShipped(origin)) return;
      if (continues) this.followed.replaceQuietly({ origin: { ...origin, continued: true } });
      else this.putFromSeed({}, 'pretrained model');
    });
  }

  /** Back to the seed; asks nothing, because undo brings the run back. */
  reset(): Promise<void> {
    return this.startAgain({});
  }

  /** Starts from the seed with other settings, seed or data; undo brings the run back. */
  async startAgain(change: Partial<Omit<LabDocument, 'origin' | 'edits'>>): Promise<void> {
    await this.startFromSeed(change);
    await this.open.whenOpen();
  }

  /** Another run takes the place of this one, once it is known where this one stands. */
  private startFromSeed(
    change: Partial<LabDocument> | (() => Partial<LabDocument>),
  ): Promise<void> {
    return this.leave(() => this.putFromSeed(typeof change === 'function' ? change() : change));
  }

  /**
   * Opens another model: edits go with the model they were made for. Undo brings back both, and a
   * message says so. `left` names the model where that is to be said without edits too.
   */
  private putFromSeed(change: Partial<LabDocument>, left: string | null = null): void {
    const { lab, edits, settings } = this.document.getState();
    const { outlivesModel = () => false } = this.labNamed(lab);
    const settingsChange = { before: settings, after: change.settings ?? settings };
    const staying = edits.filter((edit) => outlivesModel(edit, settingsChange));
    const gone = edits.length - staying.length;
    const edited = gone > 0 ? { edits: staying } : {};
    this.document.setState({ ...edited, ...change, origin: fromSeed() });
    const text = leftBehind(gone, left);
    if (text !== null) this.tell({ id: 'left-behind', kind: 'info', text });
  }

  /** Changes the document so that another run opens. Where this one stands is kept for undo. */
  private async leave(change: () => void): Promise<void> {
    const isSame = this.sameVisit();
    await this.open.remember();
    if (isSame()) change();
  }

  /** Training pauses while the tab is hidden and continues when it is visible again. */
  async setVisible(visible: boolean): Promise<void> {
    const { phase, speed } = this.run.getState();
    if (!visible && phase === 'playing') {
      this.pausedByHiding = speed;
      const isSame = this.sameVisit();
      await this.pause();
      if (!isSame()) return;
      this.tell({
        id: 'hidden',
        kind: 'info',
        text: 'Training was paused while this tab was hidden.',
      });
    } else if (visible && this.pausedByHiding !== null) {
      this.pausedByHiding = null;
      await this.play();
    }
  }

  /** Notes which backend labs that are opened from now on are to use. */
  preferBackend(backend: BackendName | 'auto'): void {
    this.state.setState({ backendChoice: backend });
  }

  async switchBackend(backend: BackendName | 'auto'): Promise<void> {
    await this.open.whenOpen();
    this.preferBackend(backend);
    if (backend === 'auto') return this.chooseFastestBackend();
    const report = await this.open.occupy(this.session.switchBackend(backend));
    this.state.setState({ backend: report.backend, backendReport: report });
    // In one notice: of several under the same name only the last would be seen.
    const text = report.notes.join(' ');
    if (text !== '') {
      this.tell({ id: 'backend', kind: 'info', text, lasting: true });
    }
  }

  /**
   * "Auto": measures all backends on the side and goes on with the fastest.
   *
   * @param known the one that was fastest here before: then nothing is measured
   */
  async chooseFastestBackend(known: BackendName | null = null): Promise<void> {
    await this.open.whenOpen();
    if (this.run.getState().backendChoice !== 'auto') return;
    const backendReport = known
      ? { backend: known, measured: {}, notes: [] }
      : await this.session.measureBackends();
    const { backendChoice, backend: present } = this.run.getState();
    if (backendChoice !== 'auto') return;
    let { backend } = backendReport;
    // What was fastest the other day may not work today: then it is the next that does.
    if (backend !== present)
      ({ backend } = await this.open.occupy(this.session.switchBackend(backend)));
    this.state.setState({ backend, backendReport });
  }

  // ---- the document ---------------------------------------------------------------------------

  /** Shows a value while a control is being dragged, without a step of undo. */
  draftSetting(name: string, value: SettingValue): void {
    const settings = { ...this.effective().settings, [name]: value };
    this.state.setState({ draft: { ...this.run.getState().draft, settings } });
    if (!this.takesEffectLive(name)) return;
    const { settings: inForce } = this.document.getState();
    void this.open.followAhead({ settings: { ...inForce, [name]: value } });
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
        await this.startFromSeed(() => ({ settings: next() }));
      } else if (changed.length > 0) this.document.setState({ settings: next() });
    } finally {
      this.state.setState({ draft: null });
      void this.open.followDocument('settings');
    }
    await this.open.whenOpen();
  }

  changeSeed(seed: number): Promise<void> {
    return this.startAgain({ seed });
  }

  /** Notes that the opened document is trained or changed here. */
  private touch(): void {
    this.state.setState({ isGiven: false, isTouched: true });
  }

  /** "Train from here": builds the edits into the learned model, but those that outlive it. */
  async bakeEdits(): Promise<void> {
    const isSame = this.sameVisit();
    await this.open.remember();
    if (!isSame()) return;
    const { lab, edits, origin } = this.document.getState();
    const { outlivesModel = () => false } = this.labNamed(lab);
    const staying = edits.filter((edit) => outlivesModel(edit));
    const checkpoint = await this.open.bakeEdits(staying);
    if (!isSame()) return;
    const { pretrained } = origin;
    this.followed.replaceQuietly({
      edits: staying,
      origin: { checkpoint, pretrained, continued: true, byHand: true },
    });
    void this.open.followDocument('edits', staying);
  }

  undo(): Promise<void> {
    return this.restore(() => this.document.temporal.getState().undo());
  }

  redo(): Promise<void> {
    return this.restore(() => this.document.temporal.getState().redo());
  }

  private async restore(goBackOrForward: () => void): Promise<void> {
    await this.leave(() => {
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
   */
  async openDocument(next: LabDocument, history: ModelFile['history'] = null): Promise<boolean> {
    const isSame = this.sameVisit();
    const refusal = await this.open.refusal(next);
    if (refusal !== null) throw new Error(`The model cannot be loaded. ${refusal}`);
    if (!isSame()) return false;
    await this.leave(() => {
      this.state.setState(({ replacements }) => ({ replacements: replacements + 1 }));
      this.document.setState({ ...next, origin: { ...next.origin } });
    });
    await this.open.whenOpen();
    if (isSame()) this.recallHistory(history);
    return isSame();
  }

  /** The document with the changes under way laid over it. */
  effective(): LabDocument {
    return { ...this.document.getState(), ...this.run.getState().draft };
  }

  // ---- what the page shows --------------------------------------------------------------------

  private show(change: Partial<View>): void {
    this.state.setState(({ view }) => ({ view: { ...view, ...change } }));
  }

  /** Sets flags of the view, by the lab's names for them; null leaves a flag as the lab has it. */
  setFlags(change: Readonly<Record<string, boolean | null>>): void {
    const flags = Object.entries({ ...this.run.getState().view.flags, ...change });
    const set = flags.filter((flag): flag is [string, boolean] => flag[1] !== null);
    this.show({ flags: Object.fromEntries(set) });
  }

  /** What is under the pointer or the focus: the thing of a kind with this number; null for none. */
  hover(kind: TargetKind, id: number | null): void {
    const { hovered } = this.run.getState().view;
    const next = withTarget(hovered, kind, id);
    // Plots report every move of the pointer.
    if (next !== hovered) this.show({ hovered: next });
  }

  hoverNothing(): void {
    const { hovered } = this.run.getState().view;
    if (Object.keys(hovered).length > 0) this.show({ hovered: {} });
  }

  selectNothing(): void {
    this.show({ selected: {} });
  }

  /** Chooses the thing of a kind with this number; null for none. */
  select(kind: TargetKind, id: number | null): void {
    this.show({ selected: withTarget(this.run.getState().view.selected, kind, id) });
  }

  /** Points at a part of the stage, by the lab's name for it. */
  highlight(name: string | null): void {
    this.show({ highlight: name });
  }

  /** Opens or closes the view that takes the place of the stage; training is paused before it opens. */
  async setSlowMotion(slowMotion: boolean): Promise<void> {
    if (slowMotion) await this.pause();
    this.show({ slowMotion });
  }

  /** Changes what a part of the page remembers until the visit ends. */
  setEntry<Value>(entry: ViewEntry<Value>, change: (before: Value) => Value): void {
    const run = this.run.getState();
    const view = withEntry(run.view, entry, change(entryIn(run, entry)));
    this.state.setState({ view });
  }

  /** What snapshots are to contain besides the model, such as `samples` of it: a number of each. */
  setView(view: Readonly<Record<string, number>>): void {
    this.open.setView(view);
  }

  // ---- reading --------------------------------------------------------------------------------

  /** What the engine of a lab answers to a query. */
  async inspect<Query extends OfKind, Answer extends OfKind, Asked extends Query>(
    lab: Lab<SettingsShape, unknown, OfKind, Query, Answer>,
    query: Asked,
  ): Promise<AnswerTo<Answer, Asked['kind']>> {
    await this.open.whenOpen();
    const answer = await this.session.inspect(query);
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
  async look(): Promise<Frame> {
    await this.open.whenOpen();
    return this.session.look();
  }

  save(): Promise<Checkpoint> {
    return this.session.save();
  }

  /** Everything needed to go on elsewhere: for export and for keeping on the device. */
  async modelFile(): Promise<ModelFile> {
    await this.open.whenOpen();
    const { lab, settings, seed, edits, ownData, origin } = this.document.getState();
    const { pretrained, continued } = origin;
    const checkpoint = await this.session.save();
    const history = summarise(this.run.getState().history);
    return {
      ...{ lab, settings, seed, edits, ownData, checkpoint, history, pretrained },
      ...(continued && { continued }),
    };
  }

  memory() {
    return this.session.memory();
  }

  /** For tests and for showing recovery in class. */
  provoke(fault: 'lose-context' | 'crash' | 'nan'): Promise<void> {
    return this.session.provoke(fault);
  }

  // ---- keeping the session in step ------------------------------------------------------------

  private follow(now: LabDocument, before: LabDocument): void {
    this.state.setState({ isGiven: this.isRestoring, isTouched: true });
    const sameRun =
      now.lab === before.lab &&
      now.seed === before.seed &&
      now.ownData === before.ownData &&
      now.origin === before.origin;
    if (!sameRun) {
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
      void this.open.followDocument('settings');
    }
    if (now.edits !== before.edits) void this.open.followDocument('edits');
  }

  private takesEffectLive(name: string): boolean {
    const { lab } = this.document.getState();
    return this.labNamed(lab).table.settings[name]?.takesEffect === 'live';
  }
}

/** What a start from the seed has left, and how it comes back; null when there is nothing to say. */
function leftBehind(edits: number, model: string | null): string | null {
  const those = edits === 1 ? 'The edit' : `The ${edits} edits`;
  const were = edits === 1 ? 'was' : 'were';
  if (model !== null) {
    const what =
      edits > 0
        ? `${those} ${were} removed with it. Undo brings both back.`
        : 'Undo brings it back.';
    return `Training starts from scratch in place of the ${model}. ${what}`;
  }
  if (edits === 0) return null;
  return `${those} ${were} removed with the model. Undo brings both back.`;
}
