import type { LabController } from '../../../store/controller.ts';
import type { ChallengeSet } from '../../shared/challenges/findings.ts';
import { type DecodedProbe, decodedStore } from '../page/walk/decoded.ts';
import { probeIn } from '../page/walk/probe.ts';
import type { VaeSnapshot } from '../snapshot.ts';
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
  viewOf,
  also: { now: () => decodedStore.getState().decoded, subscribe: decodedStore.subscribe },
};

const NO_DATA = new Float32Array(0);

/** Where the probe has not been moved, or the decoder has yet to answer, there is nothing to have found. */
function walkedTo(probe: readonly number[]): DecodedProbe | null {
  const { decoded } = decodedStore.getState();
  const isAnswered = decoded?.latent.every((value, i) => value === (probe[i] ?? 0));
  return probe.length > 0 && isAnswered ? decoded : null;
}

function viewOf(controller: LabController): LabView {
  const { runId, step, dataset, snapshot, draft } = controller.run.getState();
  const { settings, origin } = controller.document.getState();
  return {
    run: runId,
    step,
    pretrained: origin.pretrained,
    beta: Number((draft?.settings ?? settings).klWeight),
    data: dataset?.values ?? NO_DATA,
    labels: dataset?.labels ?? null,
    // Snapshots of this page come from this lab's engine.
    model: snapshot as VaeSnapshot,
    probe: walkedTo(probeIn(controller.effective().edits)),
  };
}
