import type { EmSnapshot } from '../../../models/em/snapshot.ts';
import { useRun } from '../../../store/context.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): EmSnapshot | null {
  return useRun((state) => state.snapshot as EmSnapshot | null);
}
