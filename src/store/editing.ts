/**
 * Edits over the learned model, gesture by gesture: drafted on the way, put in force at the end,
 * each gesture one step of undo.
 */
import type { Parts } from './parts.ts';
import type { RunState } from './run.ts';

export interface EditingSetup extends Parts {
  /** Builds the edits into the model. */
  readonly bake: () => Promise<void>;
}

/** The end of a gesture. */
interface GestureEnd {
  readonly target: string;
  /** Milliseconds on any steady clock. */
  readonly at: number;
}

/** What a gesture makes of the edits there are: asked again whenever those before it change. */
export type EditsChange = (edits: readonly unknown[]) => readonly unknown[];

/** Strokes of a key that follow one another this closely are one change to a person. */
export const ONE_CHANGE_MS = 600;

const CLOSED = 'This link leaves out changes by hand.';

/** Whether a gesture goes on with the one before, so that one undo takes back both. */
export function goesOn(before: GestureEnd | null, now: GestureEnd): boolean {
  return before?.target === now.target && now.at - before.at <= ONE_CHANGE_MS;
}

export class Editing {
  private readonly setup: EditingSetup;
  private before: { readonly end: GestureEnd; readonly edits: readonly unknown[] } | null = null;
  /** The last gesture that ended, and the one that ended after it. */
  private latest: { next: GestureEnd | null } = { next: null };
  /** Gestures may follow faster than the session takes them: each waits for the one before. */
  private last: Promise<unknown> = Promise.resolve();
  /** What those have changed that the document does not have yet, in their order. */
  private waiting: readonly EditsChange[] = [];

  constructor(setup: EditingSetup) {
    this.setup = setup;
  }

  /**
   * Edits of all gestures that have ended, also of those that the session has not taken yet: the next
   * one adds to them. Those of a gesture under way are left out.
   */
  get committed(): readonly unknown[] {
    return after(this.waiting, this.inForce);
  }

  private get inForce(): readonly unknown[] {
    return this.setup.document.get().edits;
  }

  /** A link may leave changes by hand out. */
  private get isClosed(): boolean {
    return this.setup.run.getState().view.hidden.includes('edits');
  }

  /** Shows a change during a gesture, without a step of undo. */
  draft(change: EditsChange): void {
    if (this.isClosed) return;
    const edits = change(this.committed);
    // The worker begins before the page is rendered.
    void this.setup.open.requests.goAhead({ edits });
    this.show(edits);
  }

  /** The same for the page alone, where the model has nothing to do with it. */
  show(edits: readonly unknown[]): void {
    if (this.isClosed) return;
    const { run } = this.setup;
    const draft = { ...run.getState().draft, edits };
    run.setState({ draft, isGiven: false, isTouched: true });
  }

  /** Gives up edits under way: the session goes back to what the document says. */
  async drop(): Promise<void> {
    this.setup.run.setState({ draft: null });
    await this.setup.open.requests.followDocument('edits');
  }

  /** Puts a change in force; false when it was refused, and a message says why. */
  commit(change: EditsChange): Promise<boolean> {
    return this.enqueue(change);
  }

  /**
   * Ends a gesture; as `commit`, but strokes of a key that follow closely are one step of undo.
   *
   * @param target what was changed, in the lab's own words: strokes on another one are another step
   */
  async finish(change: EditsChange, target: string): Promise<boolean> {
    const end = { target, at: performance.now() };
    const own: typeof this.latest = { next: null };
    this.latest.next = end;
    this.latest = own;
    const goesOnFrom = () =>
      this.before?.edits === this.inForce && goesOn(this.before?.end ?? null, end);
    let isOvertaken = false;
    // The model shows the next stroke already: this one would put it back for a moment.
    const isToDo = () => {
      isOvertaken = own.next !== null && goesOn(end, own.next);
      if (isOvertaken && this.before && goesOnFrom()) this.before = { ...this.before, end };
      return !isOvertaken;
    };
    if (!(await this.enqueue(change, goesOnFrom, isToDo))) return false;
    if (!isOvertaken) this.before = { end, edits: this.inForce };
    return true;
  }

  /** Resolves when the gestures that have ended are in force. */
  settled(): Promise<unknown> {
    return this.last;
  }

  /**
   * Resolves when the session has them; rejects, and changes nothing, when one is not valid. With
   * `sameStep` they belong to the last step of undo, as the strokes of a key that is tapped do.
   * `completes` are the changes under way that end with them, by default all: those of a gesture
   * that has begun since go on. `holding` are the changes of ended gestures that are among them.
   */
  async put(
    edits: readonly unknown[],
    {
      sameStep = false,
      completes = this.setup.run.getState().draft,
      holding = [],
    }: {
      readonly sameStep?: boolean;
      readonly completes?: RunState['draft'];
      readonly holding?: readonly EditsChange[];
    } = {},
  ): Promise<void> {
    const { document, run, open, labNamed, sameVisit, bake } = this.setup;
    const lab = labNamed(document.get().lab);
    const { parseEdit, goesOnFromEdits, outlivesModel = () => false } = lab;
    const valid = edits.map(parseEdit);
    run.setState({ isGiven: false, isTouched: true });
    const isSame = sameVisit();
    await open.whenOpen();
    if (!isSame()) return this.forget(holding);
    const refusal = await open.requests.goAhead({ edits: valid });
    if (!isSame()) return this.forget(holding);
    if (refusal !== null) {
      void open.requests.followDocument('edits', valid);
      throw new Error(refusal);
    }
    if (run.getState().draft === completes) run.setState({ draft: null });
    // At the same moment as the document, or they would count twice until then.
    this.forget(holding);
    if (sameStep) document.amendQuietly({ edits: valid });
    else document.replaceQuietly({ edits: valid });
    void open.requests.followDocument('edits', valid);
    // Otherwise a playing EM would train on under the edit and converge unseen.
    const isPlaying = run.getState().phase === 'playing';
    if (isPlaying && goesOnFromEdits && !valid.every((edit) => outlivesModel(edit))) await bake();
  }

  private enqueue(
    change: EditsChange,
    sameStep: () => boolean = () => false,
    isToDo: () => boolean = () => true,
  ): Promise<boolean> {
    if (this.isClosed) {
      this.setup.tell({ id: 'edit', kind: 'info', text: CLOSED });
      return Promise.resolve(false);
    }
    const { run, sameVisit } = this.setup;
    const { draft } = run.getState();
    const isSame = sameVisit();
    this.waiting = [...this.waiting, change];
    const put = this.last.then(() => {
      if (isSame()) return !isToDo() || this.tryToPut(change, sameStep(), draft);
      this.forget([change]);
      return false;
    });
    this.last = put;
    return put;
  }

  /** Puts a change in force, and with it the earlier ones that were not accepted by themselves. */
  private async tryToPut(
    last: EditsChange,
    sameStep: boolean,
    completes: RunState['draft'],
  ): Promise<boolean> {
    const holding = this.waiting.slice(0, this.waiting.indexOf(last) + 1);
    try {
      await this.put(after(holding, this.inForce), { sameStep, completes, holding });
      return true;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.setup.tell({ id: 'edit', kind: 'problem', text });
      this.forget(holding);
      await this.drop();
      return false;
    }
  }

  private forget(changes: readonly EditsChange[]): void {
    this.waiting = this.waiting.filter((change) => !changes.includes(change));
  }
}

const after = (changes: readonly EditsChange[], edits: readonly unknown[]): readonly unknown[] =>
  changes.reduce((list, change) => change(list), edits);
