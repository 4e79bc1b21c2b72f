import type { Random } from '../../../math/random.ts';
import { drawColumn, drawRow } from '../gibbs.ts';
import {
  type GridFactors,
  type GridTarget,
  gridElbo,
  updateColumnFactor,
  updateRowFactor,
} from '../gridMeanField.ts';
import {
  type Box,
  CELLS,
  type Coordinate,
  cellOf,
  gridOf,
  type LogDensity,
  middlesOf,
  normalDensity,
  type Place,
  type PlaneMoments,
  type Posterior,
} from './posterior.ts';

/** Sweeps on the side, to see where they lead. */
const MOST_SWEEPS = 200;
const STILL = 1e-9;

/** Any density in a box: both factors are tables over its cells. */
export class GridPosterior implements Posterior {
  readonly names = ['x₁', 'x₂'] as const;
  readonly box: Box;
  readonly grid: GridTarget;
  readonly exact: PlaneMoments;
  readonly logEvidence: number;
  readonly contraction = null;
  /** Shares of the columns, then of the rows. */
  readonly factors = new Float64Array(2 * CELLS).fill(1 / CELLS);
  private readonly q: GridFactors = {
    ofColumn: this.factors.subarray(0, CELLS),
    ofRow: this.factors.subarray(CELLS),
  };

  constructor(box: Box, logDensity: LogDensity) {
    this.box = box;
    this.grid = gridOf(box, logDensity);
    this.logEvidence = this.grid.logEvidence;
    this.exact = this.exactMoments();
  }

  limit = (): number => {
    const { factors } = this;
    const before = factors.slice();
    let mean = this.momentsAlong(1).mean;
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      this.update(0);
      this.update(1);
      const next = this.momentsAlong(1).mean;
      if (Math.abs(next - mean) < STILL) break;
      mean = next;
    }
    factors.set(before);
    return mean;
  };

  update(coordinate: Coordinate): void {
    (coordinate === 0 ? updateColumnFactor : updateRowFactor)(this.grid, this.q);
  }

  elbo(): number {
    return gridElbo(this.grid, this.q);
  }

  entropy(): number {
    let entropy = Math.log(cellOf(this.box, 0) * cellOf(this.box, 1));
    for (const share of this.factors) if (share > 0) entropy -= share * Math.log(share);
    return entropy;
  }

  moments(): PlaneMoments {
    const [x, y] = [this.momentsAlong(0), this.momentsAlong(1)];
    return { mean: [x.mean, y.mean], deviation: [x.deviation, y.deviation], correlation: 0 };
  }

  density(coordinate: Coordinate): Float64Array {
    const cell = cellOf(this.box, coordinate);
    return this.sharesAlong(coordinate).map((share) => share / cell);
  }

  place(mean: Place, deviation: Place): void {
    for (const coordinate of [0, 1] as const) {
      const shares = this.sharesAlong(coordinate);
      const middles = middlesOf(this.box, coordinate);
      const [low, high] = [middles[0], middles[CELLS - 1]];
      const centre = Math.min(high, Math.max(low, mean[coordinate]));
      // A width below that of a cell would leave all of them empty.
      const width = Math.max(deviation[coordinate], cellOf(this.box, coordinate) / 4);
      const density = normalDensity(centre, width ** 2);
      middles.forEach((at, index) => {
        shares[index] = density(at);
      });
      const sum = shares.reduce((total, share) => total + share, 0);
      for (let index = 0; index < CELLS; index++) shares[index] /= sum;
    }
  }

  draw(state: Float64Array, coordinate: Coordinate, random: Random): void {
    const { grid, box } = this;
    const other = coordinate === 0 ? 1 : 0;
    const cell = Math.floor((state[other] - box[other][0]) / cellOf(box, other));
    const given = Math.min(CELLS - 1, Math.max(0, cell));
    const drawn = (coordinate === 0 ? drawColumn : drawRow)(grid, given, random);
    // Anywhere in the cell: a density on cells is constant in each.
    state[coordinate] = box[coordinate][0] + (drawn + random.uniform()) * cellOf(box, coordinate);
  }

  private sharesAlong(coordinate: Coordinate): Float64Array {
    return coordinate === 0 ? this.q.ofColumn : this.q.ofRow;
  }

  private momentsAlong(coordinate: Coordinate) {
    return momentsOf(this.sharesAlong(coordinate), middlesOf(this.box, coordinate));
  }

  private exactMoments(): PlaneMoments {
    const { columnMarginal, rowMarginal, probabilities } = this.grid;
    const [xs, ys] = [middlesOf(this.box, 0), middlesOf(this.box, 1)];
    const [x, y] = [momentsOf(columnMarginal, xs), momentsOf(rowMarginal, ys)];
    let covariance = 0;
    probabilities.forEach((share, at) => {
      covariance += share * (xs[at % CELLS] - x.mean) * (ys[Math.floor(at / CELLS)] - y.mean);
    });
    const correlation = covariance / (x.deviation * y.deviation);
    return { mean: [x.mean, y.mean], deviation: [x.deviation, y.deviation], correlation };
  }
}

function momentsOf(shares: Float64Array, at: Float64Array) {
  let mean = 0;
  let square = 0;
  shares.forEach((share, index) => {
    mean += share * at[index];
  });
  shares.forEach((share, index) => {
    square += share * (at[index] - mean) ** 2;
  });
  return { mean, deviation: Math.sqrt(square) };
}
