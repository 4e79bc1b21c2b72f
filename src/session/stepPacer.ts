import type { Speed } from './protocol.ts';

/** Steps per second are averaged over this long, so that the figure can be read. */
const WINDOW_MS = 1000;

/** The first 300 steps speed up from 15 to 90 a second, and take 9 s. */
const SLOW_START = { steps: 300, from: 15, to: 90 } as const;

/** Milliseconds from training step `step` to the next; 0 at full speed. */
function interval(speed: Speed, step: number): number {
  if (speed === 'full') return 0;
  if (speed !== 'slow-start') return 1000 / speed;
  const { steps, from, to } = SLOW_START;
  return step < steps ? 1000 / (from * (to / from) ** (step / steps)) : 0;
}

/** Keeps slow motion in step with the clock and measures how fast training really goes. */
export class StepPacer {
  private readonly now: () => number;
  private speed: Speed = 'full';
  /** Training steps taken since the seed. */
  private step = 0;
  private nextDue = 0;
  private marks: { at: number; steps: number }[] = [];

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** @param step training steps taken since the seed: a slow start is for the first */
  start(speed: Speed, step: number): void {
    this.speed = speed;
    this.step = step;
    this.nextDue = this.now();
    this.marks = [{ at: this.nextDue, steps: 0 }];
  }

  /** Whether the next step of this slice is due, `taken` steps into it. */
  isDue(taken: number): boolean {
    return this.now() >= this.dueAfter(taken);
  }

  /** Milliseconds until a step is due; 0 if one is. */
  waitMs(): number {
    return Math.max(0, this.nextDue - this.now());
  }

  count(steps: number): void {
    const now = this.now();
    const due = this.dueAfter(steps);
    this.step += steps;
    // After a stall (hidden tab, busy machine) slow motion goes on, it does not catch up.
    this.nextDue = Math.max(due, now - interval(this.speed, this.step));
    this.marks.push({ at: now, steps });
    while (this.marks.length > 2 && this.marks[0].at < now - WINDOW_MS) this.marks.shift();
  }

  private dueAfter(taken: number): number {
    let due = this.nextDue;
    for (let i = 0; i < taken; i++) {
      const ms = interval(this.speed, this.step + i);
      // From here on at full speed.
      if (ms === 0) break;
      due += ms;
    }
    return due;
  }

  stepsPerSecond(): number {
    if (this.marks.length < 2) return 0;
    const seconds = (this.marks[this.marks.length - 1].at - this.marks[0].at) / 1000;
    let steps = 0;
    for (let i = 1; i < this.marks.length; i++) steps += this.marks[i].steps;
    return seconds > 0 ? steps / seconds : 0;
  }
}
