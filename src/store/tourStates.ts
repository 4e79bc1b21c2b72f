/** What a tour shows, opened over a person's work, which stays one step of undo away. */
import { inBrief } from '../settings/words.ts';
import type { LabController } from './controller.ts';
import { forgetAfter, type LabDocument, type Origin } from './document.ts';
import type { FirstDocument, Sources } from './documentSources.ts';
import { firstDocument } from './firstDocument.ts';
import type { LinkedView } from './view.ts';

const MOST_PROBLEMS = 3;

export interface TourStatesSetup extends Pick<Sources, 'storage' | 'shipped'> {
  readonly controller: LabController;
  readonly keepNow: () => Promise<void>;
}

/** A model that a step has opened: another step with the same one has only its edits changed. */
interface ShownModel {
  readonly model: string;
  readonly origin: Origin;
  readonly step: number;
}

export class TourStates {
  private readonly setup: TourStatesSetup;
  /** The step of undo that holds the work before the tour. */
  private before: Partial<LabDocument> | null = null;
  private shown: ShownModel | null = null;
  /** Flags of the view before the tour. */
  private flags: LinkedView['flags'] = {};
  /** A step that is asked for while another one opens takes its place. */
  private turn = 0;
  /** The turn in which the last tour was left. */
  private ended = 0;
  /** One opens at a time: only the first is to be a step of undo. */
  private opening: Promise<void> = Promise.resolve();

  constructor(setup: TourStatesSetup) {
    this.setup = setup;
  }

  /**
   * Opens the state of a link. The first one replaces the work, as one step of undo; each further
   * one takes the place of the one before, with whatever was changed in it. Never rejects: what
   * cannot be opened is told.
   *
   * @param linkState what a link says after the question mark; not empty
   */
  async show(linkState: string): Promise<void> {
    const { controller, keepNow } = this.setup;
    const { visit } = controller.run.getState();
    const turn = ++this.turn;
    const isWanted = () => turn === this.turn && visit === controller.run.getState().visit;
    const { lab } = controller.document.getState();
    const first = await firstDocument(controller.labNamed(lab), { ...this.setup, linkState });
    await keepNow();
    if (!isWanted()) return;
    if (first.problems.length > 0) this.tellProblem(inBrief(first.problems, MOST_PROBLEMS));
    this.opening = this.opening.then(async () => {
      try {
        if (isWanted()) await this.open(first, isWanted);
      } catch (error) {
        if (isWanted()) this.tellProblem(error instanceof Error ? error.message : String(error));
      }
    });
    await this.opening;
  }

  private async open(first: FirstDocument, isWanted: () => boolean): Promise<void> {
    const { controller } = this.setup;
    const { document, history, steps, view } = first;
    const { settings, seed, ownData } = document;
    const from = document.origin.checkpoint?.step ?? 0;
    const model = JSON.stringify([settings, seed, ownData, from, steps]);
    const { origin } = controller.document.getState();
    const isSameModel =
      this.shown?.model === model &&
      this.shown.origin === origin &&
      this.shown.step === controller.run.getState().step;
    if (!this.hasBefore()) {
      // That of a tour in an earlier visit.
      this.before = null;
      const { flags } = controller.run.getState().view;
      if (!(await controller.openDocument(document, history, true))) return;
      if (!isWanted() && this.turn === this.ended) return;
      // With one step of undo to come back by.
      this.flags = flags;
      this.before = controller.document.temporal.getState().pastStates.at(-1) ?? null;
    } else {
      this.forgetChanges();
      const next = isSameModel ? { ...document, origin } : document;
      if (!(await controller.openInstead(next, history))) return;
    }
    this.putFlags(view.flags);
    controller.selectLinked(view);
    if (!isSameModel && steps > 0 && isWanted()) await controller.replay(steps);
    if (!isWanted()) return;
    const { origin: opened } = controller.document.getState();
    this.shown = { model, origin: opened, step: from + steps };
  }

  /**
   * The tour is over: its model stays, and one step of undo brings the work before it back. What the
   * stage draws is again as it was.
   */
  end(): void {
    this.ended = ++this.turn;
    this.forgetChanges();
    if (this.before) this.putFlags(this.flags);
    this.before = null;
    this.shown = null;
  }

  /** Whether undo leads back to the work before the tour. */
  hasBefore(): boolean {
    const { pastStates } = this.setup.controller.document.temporal.getState();
    return this.before !== null && pastStates.includes(this.before);
  }

  /** Whether undo has led back to the work before the tour. */
  isUndone(): boolean {
    return this.before !== null && !this.hasBefore();
  }

  private putFlags(flags: LinkedView['flags']): void {
    const { controller } = this.setup;
    controller.setFlags({ ...cleared(controller.run.getState().view.flags), ...flags });
  }

  private forgetChanges(): void {
    if (this.before) forgetAfter(this.setup.controller.document, this.before);
  }

  private tellProblem(text: string): void {
    this.setup.controller.tell({ id: 'tour', kind: 'problem', text });
  }
}

/** Flags that no longer count, so that those of a step take their place. */
const cleared = (flags: Readonly<Record<string, boolean>>) =>
  Object.fromEntries(Object.keys(flags).map((name) => [name, null]));
