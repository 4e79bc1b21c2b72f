/**
 * Copies of a run that it can go on from. The worker's survives a breakdown and a lost graphics
 * context, the page's a dead worker, and the device's the page itself.
 */

/** How often a run in training is copied, in milliseconds: the farther away, the more a copy costs. */
export const KEEP_EVERY_MS = { worker: 400, page: 2000, device: 5000 } as const;

export class Keeper<Copy> {
  private readonly everyMs: number;
  copy: Copy;
  private of: readonly unknown[];
  private takenAt = Number.NEGATIVE_INFINITY;

  constructor(place: keyof typeof KEEP_EVERY_MS, copy: Copy, of: readonly unknown[] = []) {
    this.everyMs = KEEP_EVERY_MS[place];
    this.copy = copy;
    this.of = of;
  }

  /**
   * Whether to take a copy now: in training after some time, at rest as soon as the run has changed.
   * The time counts from the last `true`.
   *
   * @param of what tells one state of the run from another
   */
  isDue(isTraining: boolean, of: readonly unknown[]): boolean {
    const now = performance.now();
    const isDue = isTraining
      ? now - this.takenAt >= this.everyMs
      : of.some((part, i) => part !== this.of[i]);
    if (isDue) this.takenAt = now;
    return isDue;
  }

  keep(copy: Copy, of: readonly unknown[]): void {
    this.copy = copy;
    this.of = of;
  }
}
