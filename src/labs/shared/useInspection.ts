import { useEffect, useState } from 'react';
import type { SettingsShape } from '../../settings/settingsTable.ts';
import { useController } from '../../store/context.ts';
import { type AnswerTo, type Lab, type OfKind, snapshotOf } from '../lab.ts';

export interface InspectionState<Inspection> {
  /** The answer; the last one while the next is on its way. null before the first. */
  readonly inspection: Inspection | null;
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
    inspection: null,
    failure: null,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has another answer
  useEffect(() => {
    if (query === null) return;
    let isCurrent = true;
    controller
      .inspect(lab, query)
      .then((inspection) => ({ inspection, failure: null }))
      .catch((error: unknown) => ({ inspection: null, failure: inWords(error) }))
      .then((next) => {
        if (isCurrent) setInspection(next);
      });
    return () => {
      isCurrent = false;
    };
  }, [controller, lab, query, state]);

  return inspection;
}

export interface FollowOptions<Snapshot> {
  /** How long a query has to stay before it is asked. */
  readonly restMs?: number;
  /** What of a snapshot the answer depends on, compared by `===`; absent: all of it. */
  readonly of?: (snapshot: Snapshot) => unknown;
}

/** While the model changes, an answer follows about this often; in a drag the frames come first. */
const FOLLOW_MS = 120;
const FOLLOW_IN_DRAG_MS = 350;

/**
 * What the engine answers about the model as it is, kept up to date while the model changes: one
 * question at a time, the next when the last is answered. A late answer to another query is dropped.
 *
 * @param query null asks nothing and has no answer; otherwise the same object as long as it asks the same
 * @param options stays the same, or has the same members
 */
export function useFollowed<
  Snapshot extends OfKind,
  Query extends OfKind,
  Answer extends OfKind,
  Asked extends Query,
>(
  lab: Lab<SettingsShape, unknown, Snapshot, Query, Answer>,
  query: Asked | null,
  { restMs = 0, of }: FollowOptions<Snapshot> = {},
): InspectionState<AnswerTo<Answer, Asked['kind']>> {
  const controller = useController();
  const [answer, setAnswer] = useState<InspectionState<AnswerTo<Answer, Asked['kind']>>>({
    inspection: null,
    failure: null,
  });
  useEffect(() => {
    if (query === null) {
      setAnswer({ inspection: null, failure: null });
      return;
    }
    let isWanted = true;
    let isBusy = true;
    let asked: unknown = null;
    const rest = (milliseconds: number) =>
      setTimeout(() => {
        isBusy = false;
        void ask();
      }, milliseconds);
    let timer = rest(restMs);
    const ask = async (): Promise<void> => {
      const run = controller.run.getState();
      const snapshot = snapshotOf(lab, run);
      if (isBusy || snapshot === null || run.phase === 'opening') return;
      const state = of ? of(snapshot) : snapshot;
      if (state === asked) return;
      isBusy = true;
      asked = state;
      const next = await controller
        .inspect(lab, query)
        .then((inspection) => ({ inspection, failure: null }))
        .catch((error: unknown) => ({ inspection: null, failure: inWords(error) }));
      if (!isWanted) return;
      setAnswer(next);
      const isDrag = controller.run.getState().draft !== null;
      timer = rest(isDrag ? FOLLOW_IN_DRAG_MS : FOLLOW_MS);
    };
    const forget = controller.run.subscribe(() => void ask());
    return () => {
      isWanted = false;
      clearTimeout(timer);
      forget();
    };
  }, [controller, lab, query, restMs, of]);
  return answer;
}

const inWords = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
