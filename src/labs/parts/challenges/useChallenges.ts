import { useEffect, useState } from 'react';
import { useController } from '../../../store/context.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { ChallengeSet, Findings, ProgressWith } from './findings.ts';

/**
 * Watches the lab and keeps what has been achieved, for as long as the page is open. Renders again
 * only when a finding changes; screen readers are told of what has just been done.
 *
 * @param challenges the same object at every call
 */
export function useChallenges<Id extends string, View, Progress extends ProgressWith<Id>>(
  challenges: ChallengeSet<Id, View, Progress>,
): Findings<Id> {
  const controller = useController();
  const [findings, setFindings] = useState(challenges.start.findings);
  useEffect(() => {
    const { ids, titles, start, observe, viewOf, also } = challenges;
    let progress = start;
    let lastSnapshot: unknown = null;
    let lastEdits: unknown = null;
    let lastAlso: unknown = null;
    const look = (): void => {
      const { snapshot, phase } = controller.run.getState();
      const { edits } = controller.document.getState();
      const now = also?.now() ?? null;
      const isSame = snapshot === lastSnapshot && edits === lastEdits && now === lastAlso;
      if (isSame || snapshot === null || phase === 'opening') return;
      lastSnapshot = snapshot;
      lastEdits = edits;
      lastAlso = now;
      const before = progress.findings;
      progress = observe(progress, viewOf(controller));
      for (const id of ids) {
        if (progress.findings[id].done && !before[id].done) {
          announce(`Challenge done: ${titles[id]}. ${progress.findings[id].text}`);
        }
      }
      setFindings(progress.findings);
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
