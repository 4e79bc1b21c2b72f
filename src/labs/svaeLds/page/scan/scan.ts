/** Periods after each column has been scaled by each factor: d x F, one row per column. */
export interface Scan {
  /** F, increasing. */
  readonly factors: ArrayLike<number>;
  /** d x F, steps; NaN where no period was found. */
  readonly periods: ArrayLike<number>;
  /** d x F: share of the motion that is left at the end; NaN where it is unknown. */
  readonly motion: ArrayLike<number>;
  /** d x F; not 0 where the state grows without bound. */
  readonly grows: ArrayLike<number>;
  /** d. */
  readonly dimension: number;
}

/** Motion that has lost more than this is dying: its period is of no use. */
const LIVES_ABOVE = 0.5;

/** What becomes of the motion with a column times a factor, by the index of both. */
export function fateAt({ grows, motion }: Scan, index: number): 'lives' | 'dies' | 'grows' {
  if (grows[index]) return 'grows';
  return motion[index] < LIVES_ABOVE ? 'dies' : 'lives';
}

/** How much a column changes the period: largest minus smallest, while the motion lives. */
export function influence(scan: Scan, column: number): number {
  const { periods, factors } = scan;
  let low = Infinity;
  let high = -Infinity;
  for (let f = 0; f < factors.length; f++) {
    const index = column * factors.length + f;
    if (fateAt(scan, index) !== 'lives' || !Number.isFinite(periods[index])) continue;
    low = Math.min(low, periods[index]);
    high = Math.max(high, periods[index]);
  }
  return high > low ? high - low : 0;
}

/** The `count` columns that change the period most, in their order. */
export function mostInfluential(scan: Scan, count: number): ReadonlySet<number> {
  const columns = Array.from({ length: scan.dimension }, (_, column) => column);
  const strength = columns.map((column) => influence(scan, column));
  return new Set(columns.sort((a, b) => strength[b] - strength[a]).slice(0, count));
}

/**
 * The column whose line runs nearest to a place, pixels, or null beyond `reach`.
 *
 * @param values d x F, what the lines are of
 */
export function nearestColumn(
  { factors, dimension }: Scan,
  values: ArrayLike<number>,
  [px, py]: readonly [number, number],
  toX: (factor: number) => number,
  toY: (value: number) => number,
  reach: number,
): number | null {
  let nearest: number | null = null;
  let least = reach;
  const count = factors.length;
  for (let column = 0; column < dimension; column++) {
    for (let f = 0; f + 1 < count; f++) {
      const [x0, x1] = [toX(factors[f]), toX(factors[f + 1])];
      const t = Math.min(1, Math.max(0, (px - x0) / (x1 - x0)));
      const y0 = toY(values[column * count + f]);
      const y1 = toY(values[column * count + f + 1]);
      const distance = Math.hypot(px - (x0 + t * (x1 - x0)), py - (y0 + t * (y1 - y0)));
      if (distance < least) {
        least = distance;
        nearest = column;
      }
    }
  }
  return nearest;
}
