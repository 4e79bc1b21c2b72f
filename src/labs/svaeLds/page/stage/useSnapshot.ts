import { useRun } from '../../../../store/context.ts';
import type { SvaeLdsSnapshot } from '../../snapshot.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): SvaeLdsSnapshot | null {
  return useRun((state) => state.snapshot as SvaeLdsSnapshot | null);
}
