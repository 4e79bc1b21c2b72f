import type { LabController } from '../../../store/controller.ts';
import type { ChallengeSet } from '../../shared/challenges/findings.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import type { SvaeGmmSnapshot } from '../snapshot.ts';
import { challengeTitles } from './challengeTexts.ts';
import type { LabView } from './checks.ts';
import {
  CHALLENGE_IDS,
  type ChallengeId,
  type ChallengeProgress,
  NO_PROGRESS,
  observe,
} from './progress.ts';

/** The challenges of this lab, as the list and its watcher take them. */
export const challenges: ChallengeSet<ChallengeId, LabView, ChallengeProgress> = {
  ids: CHALLENGE_IDS,
  titles: challengeTitles,
  start: NO_PROGRESS,
  observe,
  ofTraining: ['separate', 'fail'],
  viewOf,
};

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
