import { useMemo } from 'react';
import { type ColumnUnits, MODEL_UNIT } from '../../datasets/columnUnits.ts';
import type { AxisUnits } from './frame.ts';

/** Those of the two columns shown, the same pair as long as they are. */
export function usePlaneUnits(
  units: ColumnUnits | undefined,
  [i, j]: readonly [number, number],
): AxisUnits {
  const [x, y] = [units?.[i] ?? MODEL_UNIT, units?.[j] ?? MODEL_UNIT];
  return useMemo(() => [x, y] as const, [x, y]);
}
