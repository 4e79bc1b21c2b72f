import { classCount } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import type { Dataset } from '../../engine.ts';
import type { ChallengeSet } from '../../shared/challenges/findings.ts';
import type { EmSnapshot } from '../snapshot.ts';
import { challengeTitles } from './challengeTexts.ts';
import type { LabView } from './checks.ts';
import { classDistortion } from './classDistortion.ts';
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
  viewOf,
};

/** Of the data set last asked about: it is asked about with every frame. */
let known: { readonly dataset: Dataset; readonly distortion: number | null } | null = null;

function viewOf(controller: LabController): LabView {
  const { dataset, snapshot: shown } = controller.run.getState();
  // Snapshots of this page come from this lab's engine.
  const snapshot = shown as EmSnapshot;
  const K = snapshot.clusters.length;
  if (dataset && known?.dataset !== dataset) {
    known = { dataset, distortion: classDistortion(dataset) };
  }
  // Classes are a place that K means can reach if there are no more of them.
  const classes = dataset?.labels ? classCount(dataset.labels) : Infinity;
  return {
    problem: dataset ? `${dataset.rows} ${dataset.values[0]} ${dataset.values[1]} ${K}` : '',
    classDistortion: classes <= K ? (known?.distortion ?? null) : null,
    snapshot,
  };
}
