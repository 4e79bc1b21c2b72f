import { useRef } from 'react';
import { useStore } from 'zustand';
import { useController, useRun } from '../../../store/context.ts';
import type { RunState } from '../../../store/run.ts';

/** At more steps per second the next step would come before the last has been shown. */
const FASTEST_GLIDE = 3;

type Training = Pick<RunState, 'phase' | 'speed' | 'draft'>;

/** Whether each step is seen by itself: it was taken by hand, or training is slow. */
export function isSteppedThrough({ phase, speed, draft }: Training): boolean {
  if (draft !== null || phase === 'training') return false;
  return phase !== 'playing' || (typeof speed === 'number' && speed <= FASTEST_GLIDE);
}

/**
 * Changes when the picture jumps, so that plots glide to the new one: another run, edits that
 * came without a hand on the plot (undo, clearing, bringing a cluster back), and single steps.
 * During a drag, or while training runs fast, the plots follow at once.
 */
export function useMotionKey(): string {
  const { document } = useController();
  const runId = useRun((state) => state.runId);
  const step = useRun((state) => state.step);
  const isStepped = useRun(isSteppedThrough);
  const edits = useStore(document, (state) => state.edits);
  const seen = useRef({ edits, step, count: 0 });
  const { current: before } = seen;
  if (before.edits !== edits || before.step !== step) {
    const jumps = before.edits !== edits || isStepped;
    seen.current = { edits, step, count: before.count + (jumps ? 1 : 0) };
  }
  return `${runId} ${seen.current.count}`;
}
