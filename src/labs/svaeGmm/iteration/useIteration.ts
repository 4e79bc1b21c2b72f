import { useEffect, useState } from 'react';
import type { IterationInspection } from '../../../models/svaeGmm/snapshot.ts';
import { useController, useDocument, useRun } from '../../../store/context.ts';

export interface Iteration {
  /** null until the worker has answered for the first time. */
  readonly look: IterationInspection | null;
  /** Why there is nothing to look at, in words; null when there is. */
  readonly failure: string | null;
}

/** One iteration for one point of the data set, asked for anew when the model or its settings change. */
export function useIteration(row: number | null): Iteration {
  const controller = useController();
  const step = useRun((state) => state.step);
  const run = useRun((state) => state.runId);
  const settings = useDocument((document) => document.settings);
  const [iteration, setIteration] = useState<Iteration>({ look: null, failure: null });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another step, run or setting is another iteration
  useEffect(() => {
    if (row === null) return;
    let isCurrent = true;
    controller
      .inspect({ kind: 'iteration', row })
      // The session answers a query of this kind with an inspection of this kind.
      .then((look) => ({ look: look as IterationInspection, failure: null }))
      .catch((error: unknown) => ({
        look: null,
        failure: error instanceof Error ? error.message : String(error),
      }))
      .then((next) => {
        if (isCurrent) setIteration(next);
      });
    return () => {
      isCurrent = false;
    };
  }, [controller, row, step, run, settings]);

  return iteration;
}
