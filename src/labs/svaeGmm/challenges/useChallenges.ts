import { useEffect, useState } from 'react';
import type { SvaeGmmEdit } from '../../../models/svaeGmm/edits.ts';
import type { SvaeGmmSnapshot } from '../../../models/svaeGmm/snapshot.ts';
import { useController } from '../../../store/context.ts';
import type { LabController } from '../../../store/controller.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { Finding, LabView } from './checks.ts';
import { CHALLENGE_IDS, type ChallengeId, NO_PROGRESS, observe } from './progress.ts';

/**
 * Watches the lab and keeps what has been achieved, for as long as the page is open. Renders again
 * only when a finding changes; screen readers are told of what has just been done.
 *
 * @param titles what a challenge is called when it is announced
 */
export function useChallenges(
  titles: Readonly<Record<ChallengeId, string>>,
): Readonly<Record<ChallengeId, Finding>> {
  const controller = useController();
  const [findings, setFindings] = useState(NO_PROGRESS.findings);
  useEffect(() => {
    let progress = NO_PROGRESS;
    let lastSnapshot: unknown = null;
    let lastEdits: unknown = null;
    const look = (): void => {
      const { snapshot, phase } = controller.run.getState();
      const { edits } = controller.document.getState();
      const isSame = snapshot === lastSnapshot && edits === lastEdits;
      if (isSame || snapshot === null || phase === 'opening') return;
      lastSnapshot = snapshot;
      lastEdits = edits;
      const before = progress.findings;
      progress = observe(progress, viewOf(controller));
      for (const id of CHALLENGE_IDS) {
        if (progress.findings[id].done && !before[id].done) {
          announce(`Challenge done: ${titles[id]}. ${progress.findings[id].text}`);
        }
      }
      setFindings(progress.findings);
    };
    look();
    const forget = [controller.run.subscribe(look), controller.document.subscribe(look)];
    return () => {
      for (const unsubscribe of forget) unsubscribe();
    };
  }, [controller, titles]);
  return findings;
}

function viewOf(controller: LabController): LabView {
  const { runId, step, dataset, snapshot } = controller.run.getState();
  const { edits, origin } = controller.document.getState();
  // Snapshots and edits of this page come from this lab's engine and through its checks.
  const { assignments, clusters, edited } = snapshot as SvaeGmmSnapshot;
  return {
    run: runId,
    step,
    pretrained: origin.pretrained,
    labels: dataset?.labels ?? null,
    assignments,
    clusters,
    edited,
    edits: edits as readonly SvaeGmmEdit[],
  };
}
