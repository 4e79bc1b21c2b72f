/** Starts in place of the run that is open, each one step of undo that brings the run back. */
import { fromSeed, isShipped, type LabDocument } from './document.ts';
import type { Parts } from './parts.ts';

export class NewStarts {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Changes the document so that another run opens, once the state of this one is kept for undo. */
  async leave(change: () => void): Promise<void> {
    const isSame = this.parts.sameVisit();
    await this.parts.open.remember();
    if (isSame()) change();
  }

  /** Another run starts from the seed. */
  fromSeed(change: () => Partial<LabDocument>): Promise<void> {
    return this.leave(() => this.putFromSeed(change()));
  }

  /**
   * The run goes on from the shipped model as one of the person's own, or another starts from the
   * seed. One step of undo, also where a second key stroke asks for the same before the first is done.
   */
  leaveShipped(continues: boolean): Promise<void> {
    const { document } = this.parts;
    return this.leave(() => {
      const { origin } = document.get();
      if (!isShipped(origin)) return;
      if (continues) document.replaceQuietly({ origin: { ...origin, continued: true } });
      else this.putFromSeed({}, 'pretrained model');
    });
  }

  /**
   * Edits go with the model they were made for, and a message says so. `left` names the model where
   * that is to be said without edits too.
   */
  private putFromSeed(change: Partial<LabDocument>, left: string | null = null): void {
    const { document, labNamed, tell } = this.parts;
    const { lab, settings, edits } = document.get();
    const { outlivesModel = () => false } = labNamed(lab);
    const settingsChange = { before: settings, after: change.settings ?? settings };
    const staying = edits.filter((edit) => outlivesModel(edit, settingsChange));
    const gone = edits.length - staying.length;
    const edited = gone > 0 ? { edits: staying } : {};
    document.store.setState({ ...edited, ...change, origin: fromSeed() });
    const text = leftBehind(gone, left);
    if (text !== null) tell({ id: 'left-behind', kind: 'info', text });
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
