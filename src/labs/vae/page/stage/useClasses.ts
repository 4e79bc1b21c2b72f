import { useMemo } from 'react';
import { useRun } from '../../../../store/context.ts';

/** N class numbers from 0, by which points are coloured; all 0 where the data have no classes. */
export function useClasses(): ArrayLike<number> {
  const dataset = useRun((state) => state.dataset);
  return useMemo(() => dataset?.labels ?? new Int32Array(dataset?.rows ?? 0), [dataset]);
}
