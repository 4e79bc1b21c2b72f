import type { LabController } from '../../../store/controller.ts';
import type { ChallengeSet } from '../../shared/challenges/findings.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import type { SvaeLdsSnapshot } from '../snapshot.ts';
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
  ofTraining: ['learn'],
  viewOf,
};

function viewOf(controller: LabController): LabView {
  const { runId, step, snapshot } = controller.run.getState();
  const { edits, origin } = controller.document.getState();
  return {
    run: runId,
    step,
    pretrained: origin.pretrained,
    // Snapshots and edits of this page come from this lab's engine and through its checks.
    snapshot: snapshot as SvaeLdsSnapshot,
    edits: edits as readonly SvaeLdsEdit[],
  };
}
