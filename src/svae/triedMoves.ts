/** Refusals in a row after which trials become rarer. */
const PATIENCE = 8;
/** First pause then, in steps; each further refusal doubles it. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 3200;

/** What a structural search remembers: when to propose next, and what it has tried in vain. */
export class TriedMoves {
  /** Step of the next proposal. */
  nextProposal: number;
  private refusals = 0;
  /**
   * Key of a refused change to the step from which it may be tried again. That step has passed where
   * a shorter trial refused it: the longest one may follow at once.
   */
  private readonly refusedChanges = new Map<number, number>();

  constructor(firstProposal: number) {
    this.nextProposal = firstProposal;
  }

  allows(key: number, step: number): boolean {
    return step >= (this.refusedChanges.get(key) ?? 0);
  }

  /** Whether a change was refused since the structure last changed, or is blocked since before. */
  wasRefused(key: number): boolean {
    return this.refusedChanges.has(key);
  }

  /** The structure has changed: there may be more to gain at once. */
  accepted(step: number): void {
    this.refusals = 0;
    this.nextProposal = step;
    this.forgetUnblocked(step);
  }

  /** @param blockedFor steps until the change may be tried again; 0: by a longer trial at once */
  refused(key: number, step: number, blockedFor: number): void {
    this.refusals += 1;
    const doublings = this.refusals - PATIENCE;
    this.nextProposal =
      step + (doublings < 0 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** doublings));
    this.refusedChanges.set(key, step + blockedFor);
  }

  /** Plain numbers: next proposal, refusals in a row, then key and step of each refused change. */
  save(): Float64Array {
    return Float64Array.of(this.nextProposal, this.refusals, ...[...this.refusedChanges].flat());
  }

  load(saved: Float64Array): void {
    [this.nextProposal, this.refusals] = saved;
    this.refusedChanges.clear();
    for (let i = 2; i < saved.length; i += 2) this.refusedChanges.set(saved[i], saved[i + 1]);
  }

  private forgetUnblocked(step: number): void {
    for (const [key, until] of this.refusedChanges) {
      if (until <= step) this.refusedChanges.delete(key);
    }
  }
}
