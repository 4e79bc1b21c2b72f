import type { ExpertsSnapshot } from '../../../models/mixtureOfExperts/snapshot.ts';
import { useRun } from '../../../store/context.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): ExpertsSnapshot | null {
  return useRun((state) => state.snapshot as ExpertsSnapshot | null);
}
