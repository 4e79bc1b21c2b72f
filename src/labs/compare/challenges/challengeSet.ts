import { classCount } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import { entryIn } from '../../../store/view.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { measured } from '../page/measuring/measurements.ts';
import { SAMPLES_AT_REST } from '../page/measuring/useMeasuring.ts';
import {
  learnedByHeart,
  type Measured,
  mixtureCatchesUp,
  mixtureWins,
  sameNumberOfClusters,
} from './checks.ts';

export const challenges: ChallengeSet<Measured | null> = {
  list: [
    {
      id: 'same-number',
      title: 'As many clusters as classes',
      task: 'Give the GMM exactly as many clusters as the data have classes, the same chance as the SVAE. Which of the two finds the arms?',
      hint: 'The data have five arms.',
      answer:
        'Set the clusters of the GMM to 5, train for 500 steps and pause: the SVAE finds the arms, the GMM does not.',
      check: sameNumberOfClusters,
    },
    {
      id: 'catch-up',
      title: 'Catch up with the SVAE',
      task: 'Give the GMM so many clusters, or so many points, that it explains fresh points of the spirals at least as well as the SVAE after 2,000 steps.',
      hint: 'More clusters alone overfit; with more points they do not.',
      answer:
        'Set the points of an arm to 500 and the clusters of the GMM to 30, and train the SVAE for all of its 2,000 steps.',
      check: mixtureCatchesUp,
    },
    {
      id: 'win',
      title: 'Where the GMM wins',
      task: 'Find data on which the GMM, with no more clusters than there are classes, explains fresh points better than both networks.',
      hint: 'Networks help where classes are bent. Choose data whose classes are not.',
      answer:
        'Choose the preset “Two Gaussians” and seed 2, press Play, wait for 2,000 steps and pause.',
      check: mixtureWins,
    },
    {
      id: 'by-heart',
      title: 'Overfitting',
      task: 'Make the GMM better on its training points than on fresh points, by one nat or more.',
      hint: 'When does each cluster fit only a handful of points?',
      answer:
        'Set the points of an arm to 10 and the clusters of the GMM to 20, train for 500 steps and pause.',
      check: learnedByHeart,
    },
  ],
  memory: NO_MEMORY,
  viewOf: measuredIn,
};

/** Figures of the open run, measured in full at the step where it rests; null while there are none. */
function measuredIn(controller: LabController): Measured | null {
  const open = controller.run.getState();
  const { runId, dataset, step } = open;
  const { run, figures, likelihoods, measuring } = entryIn(open, measured);
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
    isHeldOut: figures.evaluationData.data === 'held-out',
  };
}
