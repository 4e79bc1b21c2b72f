import { useEffect, useState } from 'react';
import type { SettingsShape } from '../../settings/settingsTable.ts';
import { useController } from '../../store/context.ts';
import type { AnswerTo, Lab, OfKind } from '../lab.ts';

export interface InspectionState<Inspection> {
  /** The answer; the last one while the next is on its way. null before the first. */
  readonly look: Inspection | null;
  /** Why there is nothing to look at, in words; null when there is. */
  readonly failure: string | null;
}

/**
 * What the engine of a lab answers to a query.
 *
 * @param query null asks nothing and keeps the last answer; otherwise the same object as long as it
 *   asks the same
 * @param state what else the answer depends on, such as the step: asked for again when it changes
 */
export function useInspection<Query extends OfKind, Answer extends OfKind, Asked extends Query>(
  lab: Lab<SettingsShape, unknown, OfKind, Query, Answer>,
  query: Asked | null,
  state: string | number = '',
): InspectionState<AnswerTo<Answer, Asked['kind']>> {
  const controller = useController();
  const [inspection, setInspection] = useState<InspectionState<AnswerTo<Answer, Asked['kind']>>>({
    look: null,
    failure: null,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has another answer
  useEffect(() => {
    if (query === null) return;
    let isCurrent = true;
    controller
      .inspect(lab, query)
      .then((look) => ({ look, failure: null }))
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
  }, [controller, lab, query, state]);

  return inspection;
}
