/**
 * The one protocol of dragging, for pointers and keys alike, and the value that is being dragged:
 * shown at once, reported as a gesture, kept until the model has answered.
 */

export type GesturePhase = 'start' | 'move' | 'end' | 'cancel';

/**
 * A gesture has one start, any number of moves and one end, or is cancelled: then what was changed
 * goes back to where it was. A press without a move is no gesture.
 */
export interface Gesture<At, Target = undefined> {
  readonly phase: GesturePhase;
  /** Where the target is now; where it was before the gesture at its start and when it is cancelled. */
  readonly at: At;
  readonly target: Target;
}

/** Longest wait for the model's answer to an ended gesture before the model's own value is shown. */
export const ANSWER_MS = 600;

export interface HeldState<At, Target> {
  readonly target: Target;
  readonly at: At;
  /** False after the end, until the model has answered. */
  readonly active: boolean;
}

export interface HeldOptions<At, Target> {
  readonly agree: (held: At, model: At) => boolean;
  readonly onGesture: (gesture: Gesture<At, Target>) => void;
  /** There is something else to draw; called as often as `draw` lets it. */
  readonly onChange: (held: HeldState<At, Target> | null) => void;
  /** Calls back when it is time to draw; of several calls in between the first counts. */
  readonly draw: (callback: () => void) => void;
}

/** One value in the hand at most. */
export class HeldValue<At, Target> {
  private options: HeldOptions<At, Target>;
  private held: (HeldState<At, Target> & { readonly origin: At; readonly moved: boolean }) | null =
    null;
  private isDrawing = false;
  private giveUp: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HeldOptions<At, Target>) {
    this.options = options;
  }

  /** Takes the options of the latest rendering. */
  use(options: HeldOptions<At, Target>): void {
    this.options = options;
  }

  /** Where a target is held, or was left for the model to answer; null if it is not. */
  of(target: Target): HeldState<At, Target> | null {
    return this.held?.target === target ? this.held : null;
  }

  /** Takes hold of a target, unless it is held already. */
  start(target: Target, at: At): void {
    if (this.held?.active && this.held.target === target) return;
    this.end();
    this.put({ target, at, origin: at, active: true, moved: false });
  }

  move(at: At): void {
    const { held, options } = this;
    if (!held?.active || options.agree(held.at, at)) return;
    const { target, origin } = held;
    if (!held.moved) options.onGesture({ phase: 'start', at: origin, target });
    this.put({ ...held, at, moved: true });
    options.onGesture({ phase: 'move', at, target });
  }

  end(): void {
    const { held } = this;
    if (!held?.active) return;
    this.put(held.moved ? { ...held, active: false } : null);
    if (!held.moved) return;
    this.giveUp = setTimeout(() => this.put(null), ANSWER_MS);
    this.options.onGesture({ phase: 'end', at: held.at, target: held.target });
  }

  /** Takes the gesture back. */
  cancel(): void {
    const { held } = this;
    if (!held?.active) return;
    this.put(null);
    const { origin: at, target } = held;
    if (held.moved) this.options.onGesture({ phase: 'cancel', at, target });
  }

  /** @param model where the model has a target; null where it has it no more */
  answered(model: (target: Target) => { readonly at: At } | null): void {
    const { held } = this;
    if (!held || held.active) return;
    const answer = model(held.target);
    if (answer === null || this.options.agree(held.at, answer.at)) this.put(null);
  }

  private put(next: typeof this.held): void {
    clearTimeout(this.giveUp);
    this.held = next;
    if (this.isDrawing) return;
    this.isDrawing = true;
    this.options.draw(() => {
      this.isDrawing = false;
      this.options.onChange(this.held);
    });
  }
}
