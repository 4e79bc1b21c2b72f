import { useRef } from 'react';
import { useStore } from 'zustand';
import { useController, useRun } from '../../../store/context.ts';

/**
 * Changes when the picture jumps, so that plots glide to the new one: another run, and edits that
 * came without a hand on the plot (undo, clearing, bringing a cluster back). While one drags or
 * trains, the plots follow at once.
 */
export function useMotionKey(): string {
  const { document } = useController();
  const runId = useRun((state) => state.runId);
  const edits = useStore(document, (state) => state.edits);
  const seen = useRef({ edits, count: 0 });
  if (seen.current.edits !== edits) seen.current = { edits, count: seen.current.count + 1 };
  return `${runId} ${seen.current.count}`;
}
