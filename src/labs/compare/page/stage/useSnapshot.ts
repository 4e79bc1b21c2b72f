import { useRun } from '../../../../store/context.ts';
import type { CompareSnapshot } from '../../snapshot.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): CompareSnapshot | null {
  return useRun((state) => state.snapshot as CompareSnapshot | null);
}
