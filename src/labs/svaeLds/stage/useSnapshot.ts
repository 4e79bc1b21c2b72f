import type { SvaeLdsSnapshot } from '../../../models/svaeLds/snapshot.ts';
import { useRun } from '../../../store/context.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): SvaeLdsSnapshot | null {
  return useRun((state) => state.snapshot as SvaeLdsSnapshot | null);
}
