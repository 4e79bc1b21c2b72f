import { startTransition, useEffect, useState } from 'react';
import { progressIn, rememberProgress } from '../../../files/courseProgress.ts';
import { useController, useLab } from '../../../store/context.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import {
  type ChallengeSet,
  type Findings,
  NO_PROGRESS,
  observe,
  type Progress,
} from './challengeSet.ts';

/** Shortest time between two updates of the words of findings, ms: readers are no faster. */
const PACE = 150;

/** What was solved in earlier visits, as findings. */
function solvedBefore(lab: string, { list }: ChallengeSet<unknown, unknown>): Findings {
  const solved = progressIn(lab)?.solved ?? [];
  return Object.fromEntries(
    list
      .filter(({ id }) => solved.includes(id))
      .map(({ id }) => [id, { done: true, text: 'Solved in an earlier visit.' }]),
  );
}

/**
 * Watches the lab and keeps what has been achieved, on the device. What is solved
 * already when it is opened, or when undo brings it back, is not the visitor's work: it counts once
 * it is no longer solved and the visitor solves it again. Renders again only when a finding changes;
 * screen readers hear what has just been solved.
 *
 * @param challenges the same object at every call
 */
export function useChallenges(challenges: ChallengeSet<unknown, unknown>): Findings {
  const controller = useController();
  const { id: lab } = useLab();
  const [findings, setFindings] = useState(() => solvedBefore(lab, challenges));
  useEffect(() => {
    const { list, viewOf } = challenges;
    const remember = (found: Findings): void =>
      rememberProgress(lab, {
        challenges: list.length,
        solved: list.flatMap(({ id }) => (found[id]?.done ? [id] : [])),
      });
    const ofTraining = list.flatMap((challenge) => (challenge.ofTraining ? [challenge.id] : []));
    let progress: Progress<unknown> = {
      ...NO_PROGRESS,
      findings: solvedBefore(lab, challenges),
    };
    remember(progress.findings);
    let given: readonly string[] = [];
    /** As far as a link has trained. */
    let givenUpTo = { run: 0, step: 0 };
    let lastSnapshot: unknown = null;
    let lastEdits: unknown = null;
    let lastEntries: unknown = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
      // Words about the picture can wait for the picture.
      startTransition(() => setFindings(progress.findings));
    };
    const check = (): void => {
      const { snapshot, phase, isGiven, runId, step, view } = controller.run.getState();
      const { edits } = controller.document.getState();
      const { entries } = view;
      const isSame = snapshot === lastSnapshot && edits === lastEdits && entries === lastEntries;
      if (isSame || snapshot === null || phase === 'opening') return;
      lastSnapshot = snapshot;
      lastEdits = edits;
      lastEntries = entries;
      if (isGiven) givenUpTo = { run: runId, step };
      const isTrainedHere = runId !== givenUpTo.run || step > givenUpTo.step;
      const before = progress.findings;
      progress = observe(challenges, progress, viewOf(controller), (solved) => {
        const still = isGiven ? solved : given.filter((id) => solved.includes(id));
        given = [...still, ...(isTrainedHere ? [] : ofTraining)];
        return given;
      });
      for (const { id, title } of list) {
        if (progress.findings[id].done && !before[id]?.done) {
          announce(`Challenge done: ${title}. ${progress.findings[id].text}`);
        }
      }
      if (progress.findings === before) return;
      const isNews = list.some(({ id }) => progress.findings[id].done !== before[id]?.done);
      if (isNews) {
        remember(progress.findings);
        show();
      } else waiting ??= setTimeout(show, PACE);
    };
    check();
    const forget = [controller.run.subscribe(check), controller.document.subscribe(check)];
    return () => {
      clearTimeout(waiting);
      for (const unsubscribe of forget) unsubscribe();
    };
  }, [controller, lab, challenges]);
  return findings;
}
