/** Atoms under a convex function; training draws them together, until Jensen's gap is closed. */
import { CONVEX, jensenGap } from '../../../inference/divergences/jensen.ts';
import { forkRandom } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import type { DivergencesEdit } from '../edits.ts';
import type { DivergencesSettings } from '../settings.ts';
import type { JensenView } from '../snapshot.ts';
import { atomRange } from '../targets.ts';
import type { DivergencesPart } from './part.ts';

interface Atoms {
  readonly places: Float64Array;
  readonly weights: Float64Array;
}

/** Of the curve, and beyond the outermost atoms. */
const PLACES = 301;
const AIR = 0.2;
/** Atoms closer to their mean than this have met. */
const MET = 1e-6;

export class JensenModel implements DivergencesPart {
  private settings: DivergencesSettings;
  private readonly places: Float64Array;
  private readonly weights: Float64Array;
  private placed: Atoms | null = null;

  constructor(settings: DivergencesSettings, seed: number) {
    this.settings = settings;
    const n = settings.atoms;
    const { low, high } = atomRange(settings.convex);
    const random = forkRandom(seed, 'start');
    this.weights = new Float64Array(n).fill(1 / n);
    // One in each stretch of the axis, so that no two of them start as one.
    this.places = Float64Array.from(
      { length: n },
      (_, i) => low + ((high - low) * (i + 0.1 + 0.8 * random.uniform())) / n,
    );
    if (settings.convex === 'ratio') withMeanOne(this.places, this.weights);
  }

  get state() {
    return { places: this.places, weights: this.weights };
  }

  get isDone(): boolean {
    const mean = meanOf(this.places, this.weights);
    return this.places.every((place) => Math.abs(place - mean) < MET);
  }

  train(): FailedStatus | null {
    const { places, weights, settings } = this;
    const mean = meanOf(places, weights);
    if (!Number.isFinite(mean)) return { ok: false, what: 'mean of X', value: mean };
    for (let i = 0; i < places.length; i++) places[i] += settings.rate * (mean - places[i]);
    return null;
  }

  terms(isEdited: boolean): ObjectiveTerms {
    const { places, weights } = isEdited ? this.shown : this.learned;
    const { gap } = jensenGap(this.f, weights, places);
    return { total: gap < Infinity ? gap : 0 };
  }

  view(): JensenView {
    const { places, weights } = this.shown;
    return {
      part: 'jensen',
      convex: this.settings.convex,
      places: places.slice(),
      weights: weights.slice(),
      values: places.map(CONVEX[this.f].f),
      curve: this.curve(Math.max(...places)),
      ...jensenGap(this.f, weights, places),
    };
  }

  measure() {
    const { places, weights, mean, meanOfValues, valueOfMean, gap } = this.view();
    const atoms = Array.from(places, (place, i) => ({ place, weight: weights[i] }));
    return { atoms, mean, meanOfValues, valueOfMean, gap };
  }

  setEdits(edits: readonly DivergencesEdit[]): void {
    const { convex, atoms } = this.settings;
    this.placed = null;
    for (const edit of edits) {
      if (edit.kind !== 'moveAtoms' || edit.convex !== convex) continue;
      if (edit.places.length !== atoms || edit.weights.length !== atoms)
        throw new Error(
          `X has ${atoms} atoms; the edit has ${edit.places.length} places and ${edit.weights.length} weights.`,
        );
      const { low } = atomRange(convex);
      const wrong = edit.places.find((place) => !(place >= low));
      if (wrong !== undefined)
        throw new Error(`An atom is at ${wrong}; under this function it is at least ${low}.`);
      const sum = edit.weights.reduce((total, weight) => total + weight, 0);
      const places = Float64Array.from(edit.places);
      const weights = Float64Array.from(edit.weights, (weight) => weight / sum);
      if (convex === 'ratio') withMeanOne(places, weights);
      this.placed = { places, weights };
    }
  }

  bake(): void {
    if (!this.placed) return;
    this.places.set(this.placed.places);
    this.weights.set(this.placed.weights);
    this.placed = null;
  }

  updateSettings(settings: DivergencesSettings): void {
    this.settings = settings;
  }

  /** Farther right than usual where an atom is. */
  private curve(rightmost: number) {
    const { low, high } = atomRange(this.settings.convex);
    const air = low < 0 ? AIR : 0;
    const from = low - air;
    const to = Math.max(high + air, Math.ceil(rightmost + AIR));
    const x = Float32Array.from(
      { length: PLACES },
      (_, i) => from + ((to - from) * i) / (PLACES - 1),
    );
    return { x, values: x.map(CONVEX[this.f].f) };
  }

  private get f() {
    const { convex } = this.settings;
    return convex === 'ratio' ? '-log' : convex;
  }

  private get learned(): Atoms {
    const { places, weights } = this;
    return { places, weights };
  }

  private get shown(): Atoms {
    return this.placed ?? this.learned;
  }
}

const meanOf = (places: Float64Array, weights: Float64Array): number =>
  places.reduce((sum, place, i) => sum + weights[i] * place, 0);

/** Ratios q/p have mean 1 under p: q sums to 1. */
function withMeanOne(places: Float64Array, weights: Float64Array): void {
  const mean = meanOf(places, weights);
  for (let i = 0; i < places.length; i++) places[i] /= mean;
}
