import { useEffect, useState } from 'react';
import { useController } from '../../store/context.ts';
import type { OfKind } from '../lab.ts';

export interface InspectionState<Inspection> {
  /** The answer; the last one while the next is on its way. null before the first. */
  readonly look: Inspection | null;
  /** Why there is nothing to look at, in words; null when there is. */
  readonly failure: string | null;
}

/**
 * What the session answers to a query of the lab's.
 *
 * @param query null asks nothing and keeps the last answer; otherwise the same object as long as it
 *   asks the same
 * @param state what else the answer depends on, such as the step: asked for again when it changes
 */
export function useInspection<Inspection>(
  query: OfKind | null,
  state: string | number = '',
): InspectionState<Inspection> {
  const controller = useController();
  const [inspection, setInspection] = useState<InspectionState<Inspection>>({
    look: null,
    failure: null,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has another answer
  useEffect(() => {
    if (query === null) return;
    let isCurrent = true;
    controller
      .inspect(query)
      // The session answers a query of a kind with an inspection of that kind.
      .then((look) => ({ look: look as Inspection, failure: null }))
      .catch((error: unknown) => ({
        look: null,
        failure: error instanceof Error ? error.message : String(error),
      }))
      .then((next) => {
        if (isCurrent) setInspection(next);
      });
    return () => {
      isCurrent = false;
    };
  }, [controller, query, state]);

  return inspection;
}
