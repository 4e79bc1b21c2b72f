import { useRun } from '../../../../store/context.ts';
import type { EmSnapshot } from '../../snapshot.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): EmSnapshot | null {
  return useRun((state) => state.snapshot as EmSnapshot | null);
}
