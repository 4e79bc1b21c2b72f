import { rowsOf } from '../../../plots/chart/freeEnergySeries.ts';
import type { Ascent } from './ascent.ts';

/** The ELBO over half-steps, as the chart of EM has it. */
export function emCurve({ course }: Ascent) {
  const rows = rowsOf(course);
  return {
    xs: Float64Array.from(rows, ({ halfStep }) => halfStep),
    values: Float64Array.from(rows, ({ freeEnergy }) => freeEnergy),
  };
}
