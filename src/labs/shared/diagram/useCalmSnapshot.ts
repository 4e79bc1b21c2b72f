import { startTransition, useEffect, useState } from 'react';
import { useController, useLab } from '../../../store/context.ts';
import type { Phase } from '../../../store/run.ts';
import { type OfKind, snapshotOf } from '../../lab.ts';

/** Between one look at the model and the next, and between the last change by hand and a look, ms. */
const PACE = 250;

/**
 * The snapshot of a moment ago: taken a few times a second while the model trains. Drags and keys have
 * the display's frames to themselves: a look between a key and its picture would put the picture off
 * to the next frame. Not taken while nothing of it is in sight.
 */
export function useCalmSnapshot(isInSight: boolean): OfKind | null {
  const lab = useLab();
  const { run } = useController();
  const [seen, setSeen] = useState(() => snapshotOf(lab, run.getState()));
  useEffect(() => {
    if (!isInSight) return;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const look = (): void => {
      waiting = null;
      const state = run.getState();
      if (state.draft === null) startTransition(() => setSeen(snapshotOf(lab, state)));
    };
    look();
    const unsubscribe = run.subscribe((now, before) => {
      if (now.snapshot === before.snapshot && now.draft === before.draft) return;
      if (waiting !== null && isTraining(now.phase)) return;
      if (waiting !== null) clearTimeout(waiting);
      waiting = setTimeout(look, PACE);
    });
    return () => {
      unsubscribe();
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [lab, run, isInSight]);
  return seen;
}

const isTraining = (phase: Phase): boolean => phase === 'playing' || phase === 'training';
