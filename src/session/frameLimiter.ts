/** The worker's limiter: when the page gets the frame that it has asked for. */
import type { Frame } from './protocol.ts';

/** A drag sends edits with every display frame; this long after the last one it is over. */
const EDITING_MS = 250;
/** Meanwhile pictures of training alone are rare: the next one asked for is kept for the next edit. */
const PICTURE_WHILE_EDITING_MS = 150;

type Deliver = (frame: Frame) => void;

export class FrameLimiter {
  private version = 0;
  private sentVersion = -1;
  private wanted: Deliver | null = null;
  private editedAt = Number.NEGATIVE_INFINITY;
  private isEditSent = true;
  private sentAt = Number.NEGATIVE_INFINITY;

  /** The page wants the next frame that shows anything new. */
  ask(deliver: Deliver): void {
    this.wanted = deliver;
  }

  /** There is something new to see. */
  changed(): void {
    this.version += 1;
  }

  /** An edit has changed and the page waits for the result. */
  edited(): void {
    this.editedAt = performance.now();
    this.isEditSent = false;
    this.version += 1;
  }

  isEditing(now: number): boolean {
    return this.quietFor(now) < EDITING_MS;
  }

  /** Milliseconds since the last edit. */
  quietFor(now: number): number {
    return now - this.editedAt;
  }

  /**
   * Returns the callback that takes a frame, if one is due, and counts it as sent; otherwise null.
   *
   * @param asksAgain whether this will be called again soon, as in training
   */
  due(asksAgain: boolean): Deliver | null {
    const { wanted } = this;
    if (!wanted || this.version === this.sentVersion) return null;
    const now = performance.now();
    const mayWait = asksAgain && this.isEditSent && this.isEditing(now);
    if (mayWait && now - this.sentAt < PICTURE_WHILE_EDITING_MS) return null;
    this.wanted = null;
    this.sentVersion = this.version;
    this.sentAt = now;
    this.isEditSent = true;
    return wanted;
  }
}
