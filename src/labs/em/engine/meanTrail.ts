import type { MeanCoordinate } from '../snapshot.ts';

/** Places remembered: EM has converged long before. */
const MOST = 300;
/** Closer than this, in model units, nothing has moved. */
const SAME_PLACE = 1e-4;

/** Where the means have been, M-step by M-step: the path that a landscape shows. */
export class MeanTrail {
  private readonly size: number;
  private places: Float32Array[] = [];

  /** @param size K x D */
  constructor(size: number) {
    this.size = size;
  }

  /** @param means K x D */
  add(means: Float64Array): void {
    const last = this.places[this.places.length - 1];
    if (last?.every((value, i) => Math.abs(value - means[i]) < SAME_PLACE)) return;
    this.places.push(Float32Array.from(means));
    if (this.places.length > MOST) this.places.shift();
  }

  /** The history up to here is not known. */
  restart(means: Float64Array): void {
    this.places = [];
    this.add(means);
  }

  /** One coordinate after each step, oldest first. */
  along({ cluster, coordinate }: MeanCoordinate, dimension: number): number[] {
    const at = cluster * dimension + coordinate;
    return at < this.size ? this.places.map((place) => place[at]) : [];
  }
}
