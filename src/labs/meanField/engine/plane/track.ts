/** Where q has been since its last start, and how fast its error shrinks. */
import type { Coordinate, Posterior } from '../../../../inference/variational/plane/posterior.ts';

/** Places remembered: x and y each. */
const MOST_PLACES = 200;
/** Sweeps whose error is remembered, the start among them. */
const MOST_SWEEPS = 21;

/** Arrays of a checkpoint. */
interface SavedTrack extends Readonly<Record<string, Float64Array>> {
  readonly path: Float64Array;
  readonly sweeps: Float64Array;
}

export class Track {
  private places: number[] = [];
  /** Means of q(y) before the first whole sweep and after each. */
  private sweeps: number[] = [];
  /** Where they go; null until it is asked for. */
  private limit: number | null = null;

  begin(posterior: Posterior): void {
    this.places = [...posterior.moments().mean];
    this.sweeps = [];
    this.limit = null;
  }

  /** A sweep begins with x: the error of y is then that of both. */
  before(coordinate: Coordinate, posterior: Posterior): void {
    if (coordinate === 0 && this.sweeps.length === 0) this.sweeps.push(posterior.moments().mean[1]);
  }

  after(coordinate: Coordinate, posterior: Posterior): void {
    const { mean } = posterior.moments();
    const [x, y] = this.places.slice(-2);
    // A path that has ended does not grow.
    if (x !== mean[0] || y !== mean[1]) this.places.push(...mean);
    if (this.places.length > 2 * MOST_PLACES) this.places.splice(2, 2);
    const { length } = this.sweeps;
    if (coordinate === 1 && length > 0 && length < MOST_SWEEPS) this.sweeps.push(mean[1]);
  }

  get path() {
    return {
      x: this.places.filter((_, index) => index % 2 === 0),
      y: this.places.filter((_, index) => index % 2 === 1),
    };
  }

  /** Distances from where updates lead, as fractions of the first; empty where that is nothing. */
  errors(posterior: Posterior): readonly number[] {
    const { sweeps } = this;
    if (sweeps.length < 2) return [];
    this.limit ??= posterior.limit();
    const { limit } = this;
    const first = Math.abs(sweeps[0] - limit);
    return first > 0 ? sweeps.map((mean) => Math.abs(mean - limit) / first) : [];
  }

  save(): SavedTrack {
    return { path: Float64Array.from(this.places), sweeps: Float64Array.from(this.sweeps) };
  }

  load({ path, sweeps }: SavedTrack): void {
    this.places = [...path];
    this.sweeps = [...sweeps];
    this.limit = null;
  }
}
