import { startTransition, useEffect, useState } from 'react';
import { useController, useLab } from '../../../store/context.ts';
import { type OfKind, snapshotOf } from '../../lab.ts';

/** Between one look at the model and the next, ms. */
const PACE = 250;

/**
 * The snapshot of a moment ago: taken a few times a second while the model changes, not during a drag,
 * whose frames belong to the stage, and not while nothing of it is in sight.
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
    const unsubscribe = run.subscribe(() => {
      waiting ??= setTimeout(look, PACE);
    });
    return () => {
      unsubscribe();
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [lab, run, isInSight]);
  return seen;
}
