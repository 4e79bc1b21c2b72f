import type { Speed } from './protocol.ts';

/** Steps per second are averaged over this long, so that the figure can be read. */
const WINDOW_MS = 1000;

/** Keeps slow motion in step with the clock and measures how fast training really goes. */
export class StepPacer {
  private readonly now: () => number;
  private speed: Speed = 'full';
  private nextDue = 0;
  private marks: { at: number; steps: number }[] = [];

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  start(speed: Speed): void {
    this.speed = speed;
    this.nextDue = this.now();
    this.marks = [{ at: this.nextDue, steps: 0 }];
  }

  /** Whether the next step of this slice is due, `taken` steps into it. */
  isDue(taken: number): boolean {
    return this.speed === 'full' || this.now() >= this.nextDue + (taken * 1000) / this.speed;
  }

  /** Milliseconds until a step is due; 0 if one is. */
  waitMs(): number {
    return Math.max(0, this.nextDue - this.now());
  }

  took(steps: number): void {
    const now = this.now();
    if (this.speed !== 'full') {
      // After a stall (hidden tab, busy machine) slow motion goes on, it does not catch up.
      const due = this.nextDue + (steps * 1000) / this.speed;
      this.nextDue = Math.max(due, now - 1000 / this.speed);
    }
    this.marks.push({ at: now, steps });
    while (this.marks.length > 2 && this.marks[0].at < now - WINDOW_MS) this.marks.shift();
  }

  stepsPerSecond(): number {
    if (this.marks.length < 2) return 0;
    const seconds = (this.marks[this.marks.length - 1].at - this.marks[0].at) / 1000;
    let steps = 0;
    for (let i = 1; i < this.marks.length; i++) steps += this.marks[i].steps;
    return seconds > 0 ? steps / seconds : 0;
  }
}
