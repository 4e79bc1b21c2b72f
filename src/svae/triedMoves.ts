/** Steps until a refused change may be tried again: by then the networks have moved on. */
const REFUSED_FOR = 300;
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
  /** Key of a change to the step from which it may be tried again. */
  private readonly blockedUntil = new Map<number, number>();

  constructor(firstProposal: number) {
    this.nextProposal = firstProposal;
  }

  allows(key: number, step: number): boolean {
    return step >= (this.blockedUntil.get(key) ?? 0);
  }

  /** The structure has changed: there may be more to gain at once. */
  accepted(step: number): void {
    this.refusals = 0;
    this.nextProposal = step;
  }

  refused(key: number, step: number): void {
    this.refusals += 1;
    const doublings = this.refusals - PATIENCE;
    this.nextProposal =
      step + (doublings < 0 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** doublings));
    for (const [other, until] of this.blockedUntil) {
      if (until <= step) this.blockedUntil.delete(other);
    }
    this.blockedUntil.set(key, step + REFUSED_FOR);
  }

  /** Plain numbers: next proposal, refusals in a row, then key and step of each refusal. */
  save(): Float64Array {
    return Float64Array.of(this.nextProposal, this.refusals, ...[...this.blockedUntil].flat());
  }

  load(saved: Float64Array): void {
    [this.nextProposal, this.refusals] = saved;
    this.blockedUntil.clear();
    for (let i = 2; i < saved.length; i += 2) this.blockedUntil.set(saved[i], saved[i + 1]);
  }
}
