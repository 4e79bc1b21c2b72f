import { useRun } from '../../../../store/context.ts';
import type { ExpertsSnapshot } from '../../snapshot.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): ExpertsSnapshot | null {
  return useRun((state) => state.snapshot as ExpertsSnapshot | null);
}
