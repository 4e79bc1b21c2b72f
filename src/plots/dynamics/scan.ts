import type { Interval } from '../intervals.ts';

/** Periods after each column has been scaled by each factor: d x F, one row per column. */
export interface Scan {
  /** F, increasing. */
  readonly factors: ArrayLike<number>;
  /** d x F, steps; NaN where no period was found. */
  readonly periods: ArrayLike<number>;
  /** d x F; not 0 where the spectral radius exceeds 1. */
  readonly unstable: ArrayLike<number>;
  /** d. */
  readonly dimension: number;
}

/** The range of all finite periods. */
export function scanInterval({ periods }: Scan): Interval | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < periods.length; i++) {
    if (!Number.isFinite(periods[i])) continue;
    low = Math.min(low, periods[i]);
    high = Math.max(high, periods[i]);
  }
  return low <= high ? { low, high } : null;
}

/** How much a column changes the period: largest minus smallest, over the stable factors. */
export function influence({ periods, factors, unstable }: Scan, column: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let f = 0; f < factors.length; f++) {
    const index = column * factors.length + f;
    if (unstable[index] || !Number.isFinite(periods[index])) continue;
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

/** The column whose line runs nearest to a place, pixels, or null beyond `reach`. */
export function nearestColumn(
  { periods, factors, dimension }: Scan,
  [px, py]: readonly [number, number],
  toX: (factor: number) => number,
  toY: (period: number) => number,
  reach: number,
): number | null {
  let nearest: number | null = null;
  let least = reach;
  const count = factors.length;
  for (let column = 0; column < dimension; column++) {
    for (let f = 0; f + 1 < count; f++) {
      const [x0, x1] = [toX(factors[f]), toX(factors[f + 1])];
      const t = Math.min(1, Math.max(0, (px - x0) / (x1 - x0)));
      const y0 = toY(periods[column * count + f]);
      const y1 = toY(periods[column * count + f + 1]);
      const distance = Math.hypot(px - (x0 + t * (x1 - x0)), py - (y0 + t * (y1 - y0)));
      if (distance < least) {
        least = distance;
        nearest = column;
      }
    }
  }
  return nearest;
}
