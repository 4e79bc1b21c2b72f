import type { SvaeGmmSnapshot } from '../../../models/svaeGmm/snapshot.ts';
import { useRun } from '../../../store/context.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): SvaeGmmSnapshot | null {
  return useRun((state) => state.snapshot as SvaeGmmSnapshot | null);
}
