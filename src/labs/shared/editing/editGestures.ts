/** Gestures on a stage as edits, and what screen readers are told of them. */
import type { GesturePhase } from '../../../plots/drag/gesture.ts';
import type { LabController } from '../../../store/controller.ts';
import type { EditsChange } from '../../../store/editing.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { costInWords } from './costInWords.ts';

type Change<Edit> = (edits: readonly Edit[]) => readonly Edit[];
/** A sentence, or a function that makes it once the edits are in force. */
type Sentence = string | (() => string | Promise<string>);

/** `Edit`: the lab's own. */
export interface EditGestures<Edit> {
  /**
   * Follows a gesture: its change to the edits in force is drafted on the way, put in force at its
   * end, and taken back where it is cancelled.
   *
   * @param target what is changed: strokes of a key on the same one are one step of undo
   * @param sentence said at the end
   */
  follow(phase: GesturePhase, change: Change<Edit>, target: string, sentence: Sentence): void;
  /**
   * Changes the edits at once; false when the result was refused, and why has been told.
   *
   * @param sentence said once they are in force
   */
  change(change: Change<Edit>, sentence?: Sentence): Promise<boolean>;
  /** Has screen readers say what was done, and what the edits cost now. */
  tell(sentence: Sentence): Promise<void>;
  /** Back to the model as learned. */
  clear(): Promise<void>;
  /** "Train from here": builds the edits into the model. */
  bake(): Promise<void>;
}

/** What is done with edits of a lab, whichever they are. */
export interface EditTable<Edit> {
  /** The list with an edit in force, and what it is about, as a key. */
  readonly withEdit: (edits: readonly Edit[], edit: Edit) => readonly Edit[];
  readonly keyOf: (edit: Edit) => string | null;
  /** Whether it says what was learned anyway, and so is none. */
  readonly isNone?: (edit: Edit) => boolean;
  /** A sentence without its full stop. */
  readonly inWords: (edit: Edit) => string;
}

/** A gesture whose place at every moment is one edit. */
export const editFollower =
  <Edit>(gestures: EditGestures<Edit>, table: EditTable<Edit>) =>
  (phase: GesturePhase, edit: Edit): void => {
    const { withEdit, keyOf, isNone, inWords } = table;
    gestures.follow(
      phase,
      (edits) => withEdit(edits, edit).filter((other) => other !== edit || !isNone?.(edit)),
      keyOf(edit) ?? '',
      () => `${inWords(edit)}.`,
    );
  };

let latestWord = {};

export function createEditGestures<Edit>(controller: LabController): EditGestures<Edit> {
  const { editing } = controller;
  // The document's edits are checked by the lab where they come in.
  const ofAny =
    (change: Change<Edit>): EditsChange =>
    (edits) =>
      change(edits as readonly Edit[]);

  const tell = async (sentence: Sentence): Promise<void> => {
    const own = {};
    latestWord = own;
    // A stroke that another one has overtaken says so before the session has either.
    await editing.settled();
    const bound = await controller.bound().catch(() => null);
    const made = async () => (typeof sentence === 'string' ? sentence : sentence());
    const said = await made().catch(() => null);
    // What was done since has a word of its own; a lab that was left meanwhile has none.
    if (said === null || latestWord !== own) return;
    const { edits, lab } = controller.document.getState();
    const { datum, objective, isTrainedOn } = controller.labNamed(lab);
    // Of another target, and of divergences, the difference is no cost.
    const hasCost = objective?.direction !== 'down' && !edits.some((edit) => isTrainedOn?.(edit));
    const isKnown =
      bound !== null && hasCost && edits.length > 0 && !controller.run.getState().draft;
    const cost = isKnown ? ` ${costInWords(edits.length, bound, datum)}.` : '';
    announce(`${said}${cost}`);
  };

  return {
    async follow(phase, change, target, sentence) {
      if (phase === 'move') editing.draft(ofAny(change));
      else if (phase === 'cancel') await editing.drop();
      else if (phase === 'end' && (await editing.finish(ofAny(change), target)))
        await tell(sentence);
    },
    async change(change, sentence) {
      const isTaken = await editing.commit(ofAny(change));
      if (isTaken && sentence !== undefined) void tell(sentence);
      return isTaken;
    },
    tell,
    async clear() {
      if (await editing.commit(() => [])) announce('All edits cleared: the model is as learned.');
    },
    async bake() {
      await editing.settled();
      await controller.bakeEdits();
      announce('Edits built into the model. Play goes on from here.');
    },
  };
}
