import { useRun } from '../../../../store/context.ts';
import type { VaeSnapshot } from '../../snapshot.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): VaeSnapshot | null {
  return useRun((state) => state.snapshot as VaeSnapshot | null);
}
