import { classCount } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import type { Dataset } from '../../engine.ts';
import { shownOf } from '../../lab.ts';
import type { ChallengeSet } from '../../shared/challenges/challengeSet.ts';
import { em } from '../lab.ts';
import {
  fellOnto,
  type LabView,
  neverDown,
  prunedToFew,
  type Remembered,
  restOf,
  restsLower,
  restsTooHigh,
} from './checks.ts';
import { classDistortion } from './classDistortion.ts';

export const challenges: ChallengeSet<LabView, Remembered> = {
  list: [
    {
      id: 'monotone',
      title: 'Never down',
      task: 'Take twenty half-steps with the Gaussian mixture and watch the log-likelihood: it must not fall once.',
      hint: 'Choose “Gaussian mixture” above the plots.',
      answer:
        'Choose “Gaussian mixture”, and press E-step and M-step alternately, ten times each, or Play.',
      check: neverDown,
    },
    {
      id: 'stuck',
      title: 'Stuck on a lower hill',
      task: 'Find a start from which k-means comes to rest although a better solution exists.',
      hint: 'Try other starts and other seeds. Where two means share a blob, a better solution exists.',
      answer:
        'With k-means and seed 0, Play is enough: two means share a blob. Or choose “Random points” as the start and try the seeds from 0 to 7.',
      check: restsTooHigh,
    },
    {
      id: 'unstick',
      title: 'Off the hill again',
      task: 'From there, move one mean so that k-means ends in a better solution.',
      hint: 'Which blob has two means, and which two blobs share one?',
      answer:
        'Drag one of the two means of the blob that has two to the blobs that share one, and press Play. With seed 0, these are means 2 and 4, and mean 3 has two blobs.',
      check: restsLower,
    },
    {
      id: 'singular',
      title: 'A singular covariance',
      task: 'Make a cluster of the Gaussian mixture collapse onto a point or a line.',
      hint: 'A cluster that holds one or two points has no width of its own.',
      answer:
        'Choose the preset “A singular covariance”, which has so many clusters that some hold only one or two points, and press Play.',
      check: fellOnto,
    },
    {
      id: 'prune',
      title: 'How many clusters?',
      task: 'Start the Bayesian mixture with ten or more clusters and let it prune them to five.',
      hint: 'Switch “Bayesian” on: the ELBO then chooses how many clusters it takes.',
      answer:
        'Choose the preset “Bayesian: how many?”, which starts with fifteen clusters for five blobs, and press Play.',
      check: prunedToFew,
    },
  ],
  memory: {
    of: ({ problem }) => problem,
    start: (view) => ({ best: view.classDistortion, stuckAt: null, wasStuckAt: null }),
    with(before, view) {
      const rest = restOf(view);
      const best = rest === null ? before.best : Math.min(rest, before.best ?? Infinity);
      const remembered = { best, stuckAt: before.stuckAt, wasStuckAt: before.stuckAt };
      const isStuck = rest !== null && restsTooHigh(view, remembered).done;
      return isStuck ? { ...remembered, stuckAt: rest } : remembered;
    },
  },
  viewOf,
};

/** Of the data set last asked about: it is asked about with every frame. */
let known: { readonly dataset: Dataset; readonly distortion: number | null } | null = null;

function viewOf(controller: LabController): LabView {
  const run = controller.run.getState();
  const { dataset } = run;
  const snapshot = shownOf(em, run);
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
