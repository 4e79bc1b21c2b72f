import { useRun } from '../../../../store/context.ts';
import type { SvaeGmmSnapshot } from '../../snapshot.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): SvaeGmmSnapshot | null {
  return useRun((state) => state.snapshot as SvaeGmmSnapshot | null);
}
