/** Two distributions over a few outcomes, term by term; training moves q towards p. */
import { barDivergences, mergeBars } from '../../../inference/divergences/bars.ts';
import { forkRandom } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import type { DivergencesEdit } from '../edits.ts';
import type { DivergencesSettings } from '../settings.ts';
import type { BarsView } from '../snapshot.ts';
import type { DivergencesPart } from './part.ts';

/** The first of these, divided by their sum, are p. */
const HEIGHTS = [0.12, 0.3, 0.36, 0.16, 0.06, 0.2, 0.1, 0.15];
/** q and p closer than this are the same. */
const ARRIVED = 1e-9;

export class BarsModel implements DivergencesPart {
  private settings: DivergencesSettings;
  private readonly original: Float64Array;
  private readonly q: Float64Array;
  private p: Float64Array;
  private placed: Float64Array | null = null;
  private merged: readonly number[] = [];

  constructor(settings: DivergencesSettings, seed: number) {
    this.settings = settings;
    this.original = shares(HEIGHTS.slice(0, settings.outcomes));
    this.p = this.original;
    const random = forkRandom(seed, 'start');
    this.q = shares(Array.from(this.p, () => 0.15 + random.uniform()));
  }

  get state() {
    return { q: this.q };
  }

  get isDone(): boolean {
    return this.q.every((value, i) => Math.abs(value - this.p[i]) < ARRIVED);
  }

  /** The natural-gradient step of KL(p || q): a fraction of the way from q to p. */
  train(): FailedStatus | null {
    const { q, p, settings } = this;
    const bad = q.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) return { ok: false, what: 'bar of q', value: q[bad], index: bad };
    for (let i = 0; i < q.length; i++) q[i] += settings.rate * (p[i] - q[i]);
    return null;
  }

  terms(isEdited: boolean): ObjectiveTerms {
    const { forward } = isEdited
      ? barDivergences(this.p, this.shown)
      : barDivergences(this.original, normalised(this.q));
    return { total: forward < Infinity ? forward : 0 };
  }

  view(): BarsView {
    const { p, merged } = this;
    const q = this.shown;
    let [mergedP, mergedQ]: [Float64Array, Float64Array] = [p.slice(), q.slice()];
    const groups = Array.from(p, (_, i) => i);
    // From the right, so that the places further left stay what they are.
    for (const after of [...merged].sort((a, b) => b - a)) {
      [mergedP, mergedQ] = [mergeBars(mergedP, after), mergeBars(mergedQ, after)];
      groups.splice(after + 1, 1);
    }
    const whole = barDivergences(p, q);
    const { forwardTerms, reverseTerms, chiForwardTerms, chiReverseTerms, ...figures } =
      barDivergences(normalised(mergedP), normalised(mergedQ));
    return {
      ...{ part: 'bars', p: p.slice(), q: q.slice(), merged, groups, mergedP, mergedQ },
      ...{ forwardTerms, reverseTerms, chiForwardTerms, chiReverseTerms },
      areas: this.settings.areas,
      figures: {
        ...figures,
        unmergedForward: whole.forward,
        unmergedReverse: whole.reverse,
        unmergedChiForward: whole.chiForward,
        unmergedChiReverse: whole.chiReverse,
      },
    };
  }

  measure() {
    const { p, q, figures } = this.view();
    return { p, q, ...figures };
  }

  setEdits(edits: readonly DivergencesEdit[]): void {
    const { outcomes } = this.settings;
    let p = this.original;
    let placed: Float64Array | null = null;
    let merged: readonly number[] = [];
    for (const edit of edits) {
      if (edit.kind === 'setBars') {
        if (edit.shares.length !== outcomes)
          throw new Error(`There are ${outcomes} outcomes; the edit has ${edit.shares.length}.`);
        if (edit.of === 'p') p = shares(edit.shares);
        else placed = shares(edit.shares);
      } else if (edit.kind === 'mergeBars') {
        const after = edit.after.find((bar) => bar > outcomes - 2);
        if (after !== undefined)
          throw new Error(
            `Bar ${after} (counted from 0) of ${outcomes} has no bar on its right to be merged with.`,
          );
        merged = [...new Set(edit.after)].sort((a, b) => a - b);
      }
    }
    this.p = p;
    this.placed = placed;
    this.merged = merged;
  }

  bake(): void {
    if (this.placed) this.q.set(this.placed);
    this.placed = null;
  }

  updateSettings(settings: DivergencesSettings): void {
    this.settings = settings;
  }

  private get shown(): Float64Array {
    return this.placed ?? normalised(this.q);
  }
}

/** Divided by their sum. */
function shares(values: readonly number[]): Float64Array {
  return normalised(Float64Array.from(values));
}

function normalised(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
