/** The bounds of what is shown. They come apart from the pictures, as they may cost more time than one. */
import type { Evaluated, ObjectiveTerms } from '../labs/engine.ts';
import type { ShownBound } from './protocol.ts';
import type { Running } from './running.ts';

/** Taken within this many milliseconds, bounds hold up no picture, even in the middle of a drag. */
const BRIEF_MS = 6;
/** Within this many they go along with the picture: a second message and a second rendering cost more. */
const INSTANT_MS = 0.5;
/** During a drag brief ones are taken this often: a number cannot be read faster. */
const READABLE_MS = 100;
/** The others wait until no edit has come for this long. */
const PAUSE_MS = 120;
/** The share of the time they may take while a model trains under its edits. */
const SHARE_OF_TRAINING = 0.05;

/** What else is going on: bounds give way to drags and to training. */
export interface Surroundings {
  readonly isTraining: boolean;
  readonly isEdited: boolean;
  /** Milliseconds since the last edit. */
  readonly quietFor: number;
}

export class Bounds {
  /** Those of the last state they were taken of, or of the last batch. */
  known: ShownBound = { objective: null, learnedObjective: null };
  private isStale = true;
  /** That of the learned model; null when it has to be taken again. */
  private learned: ObjectiveTerms | null = null;
  private costMs = 0;
  private takenAt = Number.NEGATIVE_INFINITY;

  /** While it trains without edits, the bound of the last batch stands for the model. */
  isPending({ isTraining, isEdited }: Surroundings): boolean {
    return this.isStale && (!isTraining || isEdited);
  }

  edited(): void {
    this.isStale = true;
  }

  /** The learned model, or what it is measured on, is another. */
  changed(): void {
    this.isStale = true;
    this.learned = null;
  }

  /** A step of training has seen this bound of its batch. */
  trained(objective: ObjectiveTerms, isEdited: boolean): void {
    this.changed();
    if (!isEdited) this.known = { objective, learnedObjective: objective };
  }

  /** Milliseconds until bounds may be taken; 0 or less: now. */
  dueIn(now: number, { isTraining, quietFor }: Surroundings): number {
    const sinceTaken = now - this.takenAt;
    if (isTraining) return Math.max(READABLE_MS, this.costMs / SHARE_OF_TRAINING) - sinceTaken;
    if (this.costMs > BRIEF_MS) return PAUSE_MS - quietFor;
    return quietFor < PAUSE_MS ? READABLE_MS - sinceTaken : 0;
  }

  /** Whether they are to be taken before the next picture is sent. */
  isInstant(now: number, around: Surroundings): boolean {
    const isKnownToBe = Number.isFinite(this.takenAt) && this.costMs <= INSTANT_MS;
    return isKnownToBe && this.isPending(around) && this.dueIn(now, around) <= 0;
  }

  /** Milliseconds that the last bounds cost. */
  get lastCostMs(): number {
    return this.costMs;
  }

  take({ engine, edits }: Running): ShownBound {
    const from = performance.now();
    const bound = (of: Evaluated): ObjectiveTerms | null => {
      try {
        return engine.evaluate(of);
      } catch {
        // The picture needs the same inference, and says why there is none.
        return null;
      }
    };
    const objective = bound('shown');
    this.learned = edits.length === 0 ? objective : (this.learned ?? bound('learned'));
    this.known = { objective, learnedObjective: this.learned };
    this.isStale = false;
    this.takenAt = performance.now();
    this.costMs = this.takenAt - from;
    return this.known;
  }
}
