import { startTransition, useEffect, useState } from 'react';
import { useController } from '../../../store/context.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import {
  type ChallengeSet,
  type Findings,
  keepFindings,
  type ProgressWith,
  withoutGiven,
} from './findings.ts';

/**
 * Watches the lab and keeps what has been achieved, for as long as the page is open. What is solved
 * already when it is opened, or when undo brings it back, is not the visitor's work: it counts once
 * it is no longer solved and the visitor solves it again. Renders again only when a finding changes;
 * screen readers hear what has just been solved.
 *
 * @param challenges the same object at every call
 */
export function useChallenges<Id extends string, View, Progress extends ProgressWith<Id>>(
  challenges: ChallengeSet<Id, View, Progress>,
): Findings<Id> {
  const controller = useController();
  const [findings, setFindings] = useState(challenges.start.findings);
  useEffect(() => {
    const { ids, titles, start, observe, viewOf, ofTraining = [], also } = challenges;
    let progress = start;
    let given: readonly Id[] = [];
    /** As far as a link has trained. */
    let givenUpTo = { run: 0, step: 0 };
    let lastSnapshot: unknown = null;
    let lastEdits: unknown = null;
    let lastAlso: unknown = null;
    const look = (): void => {
      const { snapshot, phase, isGiven, runId, step } = controller.run.getState();
      const { edits } = controller.document.getState();
      const now = also?.now() ?? null;
      const isSame = snapshot === lastSnapshot && edits === lastEdits && now === lastAlso;
      if (isSame || snapshot === null || phase === 'opening') return;
      lastSnapshot = snapshot;
      lastEdits = edits;
      lastAlso = now;
      const before = progress.findings;
      const seen = observe({ ...progress, findings: start.findings }, viewOf(controller));
      const done = ids.filter((id) => seen.findings[id].done);
      if (isGiven) givenUpTo = { run: runId, step };
      const isTrainedHere = runId !== givenUpTo.run || step > givenUpTo.step;
      const trained = isTrainedHere ? [] : ofTraining;
      given = [...(isGiven ? done : given.filter((id) => done.includes(id))), ...trained];
      const found = withoutGiven(seen.findings, given);
      progress = { ...seen, findings: keepFindings(before, found) };
      for (const id of ids) {
        if (progress.findings[id].done && !before[id].done) {
          announce(`Challenge done: ${titles[id]}. ${progress.findings[id].text}`);
        }
      }
      // Words about the picture can wait for the picture.
      startTransition(() => setFindings(progress.findings));
    };
    look();
    const forget = [controller.run.subscribe(look), controller.document.subscribe(look)];
    if (also) forget.push(also.subscribe(look));
    return () => {
      for (const unsubscribe of forget) unsubscribe();
    };
  }, [controller, challenges]);
  return findings;
}
