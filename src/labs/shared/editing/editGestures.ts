/** Carries gestures out as edits over the learned model: one gesture, one step of undo. */
import type { LabController } from '../../../store/controller.ts';
import type { RunState } from '../../../store/run.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { costInWords } from './costInWords.ts';
import { createLatestOnly } from './latestOnly.ts';

/** `Edit`: the lab's own. Lists of edits are whole: what is not in them is no longer in force. */
export interface EditGestures<Edit> {
  /** Edits in force, without those of the gesture under way. */
  committed(): readonly Edit[];
  /** Shows edits while a hand moves, without a step of undo. */
  draft(edits: readonly Edit[]): void;
  /** Puts edits in force; false when they were refused, and why has been told. */
  commit(edits: readonly Edit[]): Promise<boolean>;
  /**
   * Ends a gesture; as `commit`, but strokes of a key that follow closely are one step of undo.
   *
   * @param target what was changed, in the lab's own words: strokes on another one are another step
   */
  finish(edits: readonly Edit[], target: string): Promise<boolean>;
  /** Has screen readers say what was done, and what the edits cost now. */
  tell(sentence: string): Promise<void>;
  /** Back to the model as learned. */
  clear(): Promise<void>;
  /** "Train from here": builds the edits into the model. */
  bake(): Promise<void>;
}

/** The end of a gesture. */
interface GestureEnd {
  readonly target: string;
  /** Milliseconds on any steady clock. */
  readonly at: number;
}

/** Strokes of a key that follow one another this closely are one change to a person. */
export const ONE_CHANGE_MS = 600;

/** Whether a gesture goes on with the one before, so that one undo takes back both. */
export function goesOn(before: GestureEnd | null, now: GestureEnd): boolean {
  return before?.target === now.target && now.at - before.at <= ONE_CHANGE_MS;
}

/** @param parse the lab's check of an edit; throws when it is not valid */
export function createEditGestures<Edit>(
  controller: LabController,
  parse: (edit: unknown) => Edit,
): EditGestures<Edit> {
  const drafts = createLatestOnly((edits: readonly Edit[]) => controller.draftEdits(edits));
  let before: { readonly end: GestureEnd; readonly edits: readonly unknown[] } | null = null;
  /** The last gesture that ended, and the one that ended after it. */
  let latest: { next: GestureEnd | null } = { next: null };
  let latestWord = {};
  /** Gestures may follow faster than the session takes them: each waits for the one before. */
  let last: Promise<unknown> = Promise.resolve();

  const put = async (
    edits: readonly Edit[],
    sameStep: () => boolean,
    completes: RunState['draft'],
  ): Promise<boolean> => {
    await drafts.settle();
    try {
      await controller.setEdits(edits, { sameStep: sameStep(), completes });
      return true;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      controller.tell({ id: 'edit', kind: 'problem', text });
      await controller.dropDraftEdits();
      return false;
    }
  };

  const inTurn = (
    edits: readonly Edit[],
    sameStep: () => boolean = () => false,
    isToDo: () => boolean = () => true,
  ): Promise<boolean> => {
    const { draft } = controller.run.getState();
    const turn = last.then(() => !isToDo() || put(edits, sameStep, draft));
    last = turn;
    return turn;
  };

  const commit = (edits: readonly Edit[]): Promise<boolean> => inTurn(edits);

  return {
    committed: () => controller.document.getState().edits.map(parse),
    draft(edits) {
      controller.showDraftEdits(edits);
      drafts.push(edits);
    },
    commit,
    async finish(edits, target) {
      const end = { target, at: performance.now() };
      const own: typeof latest = { next: null };
      latest.next = end;
      latest = own;
      const goesOnFrom = () =>
        before?.edits === controller.document.getState().edits && goesOn(before?.end ?? null, end);
      let isOvertaken = false;
      // The model shows the next stroke already: this one would put it back for a moment.
      const isToDo = () => {
        isOvertaken = own.next !== null && goesOn(end, own.next);
        if (isOvertaken && before && goesOnFrom()) before = { ...before, end };
        return !isOvertaken;
      };
      if (!(await inTurn(edits, goesOnFrom, isToDo))) return false;
      if (isOvertaken) return true;
      before = { end, edits: controller.document.getState().edits };
      return true;
    },
    async tell(sentence) {
      const own = {};
      latestWord = own;
      // A stroke that another one has overtaken says so before the session has either.
      await last;
      const bound = await controller.bound().catch(() => null);
      // What was done since has a word of its own.
      if (latestWord !== own) return;
      const { edits, lab } = controller.document.getState();
      const isKnown = bound !== null && edits.length > 0 && !controller.run.getState().draft;
      const cost = isKnown
        ? ` ${costInWords(edits.length, bound, controller.labNamed(lab).datum)}.`
        : '';
      announce(`${sentence}${cost}`);
    },
    async clear() {
      if (await commit([])) announce('All edits cleared: the model is as learned.');
    },
    async bake() {
      await drafts.settle();
      await controller.bakeEdits();
      announce('Edits built into the model. Play goes on from here.');
    },
  };
}
