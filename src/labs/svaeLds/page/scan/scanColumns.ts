import type { LabController } from '../../../../store/controller.ts';
import { svaeLds } from '../../lab.ts';
import { growsWithoutBound } from '../editing/stability.ts';
import type { Scan } from './scan.ts';

/** 0.8 to 1.2, with 1 among them. */
const FACTORS = Array.from({ length: 17 }, (_, index) => 0.8 + 0.025 * index);

/**
 * Period against the factor of each of d columns (thesis, figure 6.9), a column at a time so that
 * the scan can be shown as it grows and left at any moment.
 *
 * @param onScan called with the columns scanned so far, the others without a period
 */
export async function scanColumns(
  controller: LabController,
  dimension: number,
  signal: AbortSignal,
  onScan: (scan: Scan, done: number) => void,
): Promise<void> {
  const periods = new Float64Array(dimension * FACTORS.length).fill(Number.NaN);
  const motion = new Float64Array(dimension * FACTORS.length).fill(Number.NaN);
  const grows = new Uint8Array(dimension * FACTORS.length);
  for (let column = 0; column < dimension; column++) {
    const query = { kind: 'columnScan', column, factors: FACTORS } as const;
    const { points } = await controller.inspect(svaeLds, query);
    if (signal.aborted) return;
    points.forEach(({ period, spectralRadius, motion: left }, index) => {
      const at = column * FACTORS.length + index;
      periods[at] = period ?? Number.NaN;
      motion[at] = left ?? Number.NaN;
      grows[at] = Number(growsWithoutBound(spectralRadius));
    });
    const scan = { periods: periods.slice(), motion: motion.slice(), grows: grows.slice() };
    onScan({ ...scan, factors: FACTORS, dimension }, column + 1);
  }
}
