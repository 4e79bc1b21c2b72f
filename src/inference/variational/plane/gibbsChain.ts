/** One Gibbs chain: it draws the coordinate whose factor is updated. */

import { forkRandom, type Random, restoreRandom } from '../../../math/random.ts';
import { autocorrelation } from '../gibbs.ts';
import type { Box, Coordinate, PlaneMoments, Posterior } from './posterior.ts';

/** One chain of Gibbs sampling, as it is shown next to coordinate ascent. */
export interface ShownChain {
  readonly sweeps: number;
  /** Places after each of the last draws, oldest first: the staircase, x and y in turn. */
  readonly path: Float32Array;
  /** Densities of all sweeps so far in as many bins over the box. */
  readonly histograms: readonly [Float32Array, Float32Array];
  /** Null before the second sweep. */
  readonly moments: PlaneMoments | null;
  /** Of y per sweep, from lag 0 on; empty while there are too few sweeps. */
  readonly autocorrelation: readonly number[];
}

/** Sweeps that a chain has room for. */
export const MOST_SWEEPS = 10_000;
const BINS = 40;
const LAGS = 21;
/** Autocorrelations of fewer sweeps are noise. */
const FEWEST_FOR_LAGS = 50;
/** Draws in the picture. */
const STEPS_SHOWN = 60;

/** Arrays of a checkpoint. */
interface SavedChain extends Readonly<Record<string, Float64Array>> {
  readonly chain: Float64Array;
  readonly chainSteps: Float64Array;
  readonly chainRandom: Float64Array;
}

export class Chain {
  /** x and y, now. */
  private readonly state = new Float64Array(2);
  /** x and y after each sweep. */
  private readonly visited = new Float64Array(2 * MOST_SWEEPS);
  private sweeps = 0;
  /** x and y after each of the last draws. */
  private steps: number[] = [];
  private random: Random;
  /** What was shown last: a q that is dragged changes nothing of it. */
  private last: { readonly box: Box; readonly shown: ShownChain } | null = null;

  constructor(seed: number) {
    this.random = forkRandom(seed, 'gibbs');
  }

  get isFull(): boolean {
    return this.sweeps >= MOST_SWEEPS;
  }

  begin(x: number, y: number): void {
    this.state.set([x, y]);
    this.restart();
  }

  /** Of another target: the chain begins where it is. */
  restart(): void {
    this.last = null;
    this.sweeps = 0;
    this.steps = [...this.state];
  }

  /** A draw of y ends a sweep. */
  draw(posterior: Posterior, coordinate: Coordinate): void {
    if (this.isFull) return;
    this.last = null;
    posterior.draw(this.state, coordinate, this.random);
    this.steps.push(...this.state);
    if (this.steps.length > 2 * STEPS_SHOWN) this.steps.splice(0, 2);
    if (coordinate === 0) return;
    this.visited.set(this.state, 2 * this.sweeps);
    this.sweeps += 1;
  }

  /** The same object until something is drawn or the box is another one. */
  shown(box: Box): ShownChain {
    if (this.last?.box !== box) this.last = { box, shown: this.look(box) };
    return this.last.shown;
  }

  private look(box: Box): ShownChain {
    const { sweeps } = this;
    const lags = new Float64Array(LAGS);
    const hasLags = sweeps >= FEWEST_FOR_LAGS;
    if (hasLags) autocorrelation(this.along(1), sweeps, lags);
    return {
      sweeps,
      path: Float32Array.from(this.steps),
      histograms: [this.histogram(box, 0), this.histogram(box, 1)],
      moments: this.moments(),
      autocorrelation: hasLags ? Array.from(lags) : [],
    };
  }

  /** Null before the second sweep. */
  moments(): PlaneMoments | null {
    const { sweeps } = this;
    if (sweeps < 2) return null;
    const [xs, ys] = [this.along(0), this.along(1)];
    const [x, y] = [meanOf(xs), meanOf(ys)];
    let [xx, xy, yy] = [0, 0, 0];
    for (let sweep = 0; sweep < sweeps; sweep++) {
      const [dx, dy] = [xs[sweep] - x, ys[sweep] - y];
      xx += (dx * dx) / sweeps;
      xy += (dx * dy) / sweeps;
      yy += (dy * dy) / sweeps;
    }
    return {
      mean: [x, y],
      deviation: [Math.sqrt(xx), Math.sqrt(yy)],
      correlation: xx * yy > 0 ? xy / Math.sqrt(xx * yy) : 0,
    };
  }

  /** Autocorrelation of y from one sweep to the next; null while there are too few. */
  get lagOne(): number | null {
    const lags = new Float64Array(2);
    if (this.sweeps < FEWEST_FOR_LAGS) return null;
    autocorrelation(this.along(1), this.sweeps, lags);
    return lags[1];
  }

  save(): SavedChain {
    return {
      chain: Float64Array.from([...this.state, ...this.visited.subarray(0, 2 * this.sweeps)]),
      chainSteps: Float64Array.from(this.steps),
      chainRandom: Float64Array.from(this.random.state()),
    };
  }

  /** @throws RangeError where the numbers are no such chain */
  load({ chain, chainSteps, chainRandom }: SavedChain): void {
    const isChain = chain.length % 2 === 0 && chain.length >= 2;
    if (!isChain || chain.length - 2 > this.visited.length || chainSteps.length % 2 !== 0) {
      throw new RangeError(`A chain of ${chain.length} numbers does not fit this lab.`);
    }
    this.last = null;
    this.random = restoreRandom([...chainRandom]);
    this.state.set(chain.subarray(0, 2));
    this.visited.set(chain.subarray(2));
    this.sweeps = chain.length / 2 - 1;
    this.steps = [...chainSteps];
  }

  private along(coordinate: Coordinate): Float64Array {
    return Float64Array.from(
      { length: this.sweeps },
      (_, sweep) => this.visited[2 * sweep + coordinate],
    );
  }

  private histogram(box: Box, coordinate: Coordinate): Float32Array {
    const [low, high] = box[coordinate];
    const width = (high - low) / BINS;
    const bins = new Float32Array(BINS);
    for (let sweep = 0; sweep < this.sweeps; sweep++) {
      const bin = Math.floor((this.visited[2 * sweep + coordinate] - low) / width);
      if (bin >= 0 && bin < BINS) bins[bin] += 1 / (this.sweeps * width);
    }
    return bins;
  }
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value / values.length, 0);
