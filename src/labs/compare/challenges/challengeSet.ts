import { classCount } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import {
  type ChallengeSet,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../shared/challenges/findings.ts';
import { measurementStore } from '../page/measuring/measurements.ts';
import { SAMPLES_AT_REST } from '../page/measuring/useMeasuring.ts';
import { challengeTexts } from './challengeTexts.ts';
import {
  learnedByHeart,
  type Measured,
  mixtureCatchesUp,
  mixtureWins,
  sameNumberOfClusters,
} from './checks.ts';

export type ChallengeId = 'same-number' | 'catch-up' | 'win' | 'by-heart';

const IDS: readonly ChallengeId[] = ['same-number', 'catch-up', 'win', 'by-heart'];

type Progress = ProgressWith<ChallengeId>;

export const challenges: ChallengeSet<ChallengeId, Measured | null, Progress> = {
  ids: IDS,
  titles: {
    'same-number': challengeTexts['same-number'].title,
    'catch-up': challengeTexts['catch-up'].title,
    win: challengeTexts.win.title,
    'by-heart': challengeTexts['by-heart'].title,
  },
  start: { findings: noFindings(IDS) },
  observe: ({ findings }, measured) => ({
    findings: keepFindings(findings, {
      'same-number': sameNumberOfClusters(measured),
      'catch-up': mixtureCatchesUp(measured),
      win: mixtureWins(measured),
      'by-heart': learnedByHeart(measured),
    }),
  }),
  viewOf: measuredIn,
  also: { now: measurementStore.getState, subscribe: measurementStore.subscribe },
};

/** Figures of the open run, measured in full at the step where it rests; null while there are none. */
function measuredIn(controller: LabController): Measured | null {
  const { run, figures, likelihoods, measuring } = measurementStore.getState();
  const { runId, dataset, step } = controller.run.getState();
  const { gmm, vae, svae } = likelihoods;
  if (run !== runId || measuring || !figures || !gmm || !vae || !svae) return null;
  // Measuring that was broken off leaves some of an earlier step.
  const isWhole = [gmm, vae, svae].every(
    (one) => one.step === step && one.samples >= SAMPLES_AT_REST,
  );
  if (figures.step !== step || !isWhole) return null;
  return {
    step,
    pretrained: controller.document.getState().origin.pretrained,
    figures,
    likelihoods: { gmm, vae, svae },
    classes: dataset?.labels ? classCount(dataset.labels) : null,
    isHeldOut: figures.yardstick.data === 'held-out',
  };
}
