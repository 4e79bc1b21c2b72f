import type { VaeSnapshot } from '../../../models/vae/snapshot.ts';
import { useRun } from '../../../store/context.ts';

/** The newest snapshot, as this lab's engine makes it; null before the first. */
export function useSnapshot(): VaeSnapshot | null {
  return useRun((state) => state.snapshot as VaeSnapshot | null);
}
