/**
 * The integral of a density on a line or in a plane that is known by its logarithm, in batches: cells
 * are halved where a rule of three Gauss-Legendre points in each direction and the same rule on the
 * halves differ. Cells whose middle lies in a desert are passed over, so narrow peaks are found where
 * they have a slope at a middle, or where the request names them.
 */

/** Writes the log-density of `count` points (count x d) into `out`. */
export type LogDensity = (points: Float64Array, count: number, out: Float64Array) => void;

export interface CubatureRequest {
  /** 1 or 2 */
  readonly dimension: 1 | 2;
  /** d each: the box that is integrated over. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Cells in each direction to begin with. */
  readonly cells: number;
  /** d each: a place and a width; cells near it are halved until they are no larger than the width. */
  readonly peak?: { readonly at: readonly number[]; readonly width: readonly number[] };
  /** Largest difference of both rules in a cell, relative to the whole integral. */
  readonly tolerance: number;
}

export interface Cubature {
  /** Logarithm of the integral. */
  readonly logIntegral: number;
  /** d each, of the normalised density. */
  readonly mean: number[];
  readonly deviation: number[];
  readonly evaluations: number;
}

const NODES = [-Math.sqrt(3 / 5), 0, Math.sqrt(3 / 5)];
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18];
/** Largest number of halvings of a cell. */
const MOST_HALVINGS = 9;
/** Widths around a peak within which cells are halved. */
const NEAR = 5;
/** A cell that holds less than this fraction of the tolerance is not halved. */
const NEGLIGIBLE = 1e-2;
/** A cell whose middle is lower than the highest middle by this many nats is passed over. */
const DESERT = 60;
/** Points in memory at a time. */
const CHUNK = 4096;

interface Cell {
  /** d each: lower corner and sides. */
  readonly at: readonly number[];
  readonly side: readonly number[];
  /** The integral by the rule, times exp(-reference). */
  mass: number;
  /** d each: integrals of x and x^2, the same way. */
  first: number[];
  second: number[];
}

export function adaptiveCubature(logDensity: LogDensity, request: CubatureRequest): Cubature {
  const { dimension: d, low, high, cells, tolerance, peak } = request;
  let reference = Number.NEGATIVE_INFINITY;
  let evaluations = 0;
  const done: Cell[] = [];

  /** Applies the rule to new cells; the reference only rises, and those there are follow it. */
  const measure = (made: readonly Cell[], others: readonly Cell[]): void => {
    const each = 3 ** d;
    const perChunk = Math.floor(CHUNK / each);
    for (let from = 0; from < made.length; from += perChunk) {
      const part = made.slice(from, from + perChunk);
      const points = new Float64Array(part.length * each * d);
      const logs = new Float64Array(part.length * each);
      part.forEach(({ at, side }, c) => {
        for (let k = 0; k < each; k++)
          for (let i = 0; i < d; i++)
            points[(c * each + k) * d + i] = at[i] + side[i] * placeOf(k, i);
      });
      logDensity(points, logs.length, logs);
      evaluations += logs.length;
      let most = reference;
      for (const log of logs) if (log > most) most = log;
      if (most > reference) {
        const factor = Math.exp(reference - most);
        for (const cell of [...others, ...made.slice(0, from)]) rescale(cell, factor);
        reference = most;
      }
      if (reference === Number.NEGATIVE_INFINITY) continue;
      part.forEach((cell, c) => {
        for (let k = 0; k < each; k++) {
          let weight = Math.exp(logs[c * each + k] - reference);
          for (let i = 0; i < d; i++) weight *= cell.side[i] * WEIGHTS[digit(k, i)];
          cell.mass += weight;
          for (let i = 0; i < d; i++) {
            const x = points[(c * each + k) * d + i];
            cell.first[i] += weight * x;
            cell.second[i] += weight * x * x;
          }
        }
      });
    }
  };

  const isNearPeak = ({ at, side }: Cell): boolean =>
    peak?.at.every(
      (place, i) =>
        at[i] < place + NEAR * peak.width[i] && at[i] + side[i] > place - NEAR * peak.width[i],
    ) ?? false;
  const isCoarse = ({ side }: Cell): boolean =>
    peak?.width.some((width, i) => side[i] > width) ?? false;

  const all = Array.from({ length: cells ** d }, (_, index) => {
    const side = low.map((from, i) => (high[i] - from) / cells);
    const at = low.map((from, i) => from + side[i] * (Math.floor(index / cells ** i) % cells));
    return cellAt(at, side);
  });
  const middles = new Float64Array(all.length);
  logDensity(
    Float64Array.from(all.flatMap(({ at, side }) => at.map((from, i) => from + side[i] / 2))),
    all.length,
    middles,
  );
  evaluations += all.length;
  const floor = middles.reduce((a, b) => Math.max(a, b)) - DESERT;
  let active = all.filter((cell, index) => middles[index] >= floor || isNearPeak(cell));
  measure(active, []);
  for (let halving = 0; halving < MOST_HALVINGS && active.length > 0; halving++) {
    const whole = massOf(done) + massOf(active);
    const toHalve: Cell[] = [];
    for (const cell of active) {
      const isWorth = cell.mass > NEGLIGIBLE * tolerance * whole;
      if (isWorth || (isNearPeak(cell) && isCoarse(cell))) toHalve.push(cell);
      else done.push(cell);
    }
    const halves = toHalve.map(halvesOf);
    measure(halves.flat(), [...done, ...toHalve]);
    active = [];
    halves.forEach((parts, index) => {
      const cell = toHalve[index];
      const differs = Math.abs(massOf(parts) - cell.mass) > tolerance * whole;
      if (differs || (isNearPeak(cell) && isCoarse(cell))) active.push(...parts);
      else done.push(...parts);
    });
  }
  done.push(...active);
  const mass = massOf(done);
  const mean = low.map((_, i) => done.reduce((sum, { first }) => sum + first[i], 0) / mass);
  const deviation = low.map((_, i) => {
    const square = done.reduce((sum, { second }) => sum + second[i], 0) / mass;
    return Math.sqrt(Math.max(0, square - mean[i] ** 2));
  });
  return { logIntegral: Math.log(mass) + reference, mean, deviation, evaluations };
}

/** Which of the three nodes point k of a cell takes in direction i. */
const digit = (k: number, i: number): number => Math.floor(k / 3 ** i) % 3;
const placeOf = (k: number, i: number): number => (1 + NODES[digit(k, i)]) / 2;

const cellAt = (at: readonly number[], side: readonly number[]): Cell => ({
  at,
  side,
  mass: 0,
  first: side.map(() => 0),
  second: side.map(() => 0),
});

function halvesOf({ at, side }: Cell): Cell[] {
  const half = side.map((length) => length / 2);
  return Array.from({ length: 2 ** side.length }, (_, index) =>
    cellAt(
      at.map((from, i) => from + half[i] * (Math.floor(index / 2 ** i) % 2)),
      half,
    ),
  );
}

const massOf = (cells: readonly Cell[]): number => cells.reduce((sum, { mass }) => sum + mass, 0);

function rescale(cell: Cell, factor: number): void {
  cell.mass *= factor;
  cell.first = cell.first.map((value) => value * factor);
  cell.second = cell.second.map((value) => value * factor);
}
