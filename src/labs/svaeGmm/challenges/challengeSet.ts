import type { Values } from '../../../settings/values.ts';
import type { LabController } from '../../../store/controller.ts';
import { editsOf, shownOf } from '../../lab.ts';
import type { ChallengeSet, Words } from '../../shared/challenges/challengeSet.ts';
import { svaeGmm } from '../lab.ts';
import {
  classesCollapsed,
  classesRepaired,
  collapsedPair,
  type LabView,
  movedOntoAnother,
  oneClusterPerClass,
  type Remembered,
  removedClusterShared,
} from './checks.ts';

/** One class of a data set, and several of them. */
const CLASS_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  spirals: ['arm', 'arms'],
  blobs: ['blob', 'blobs'],
  'two-gaussians': ['group', 'groups'],
  moons: ['moon', 'moons'],
  rings: ['ring', 'rings'],
};

const inWordsOf =
  (write: (one: string, many: string, dataset: string) => string): Words =>
  ({ dataset }: Values) => {
    const [one, many] = CLASS_WORDS[String(dataset)] ?? ['class', 'classes'];
    return write(one, many, String(dataset));
  };

export const challenges: ChallengeSet<LabView, Remembered> = {
  list: [
    {
      id: 'separate',
      title: 'One cluster each',
      task: inWordsOf(
        (one) => `Train until every ${one} has a cluster of its own and no cluster is left over.`,
      ),
      hint: inWordsOf(
        (one) => `Leave structural moves on: they merge the parts of a split ${one}.`,
      ),
      answer: inWordsOf((_one, _many, dataset) => {
        const promise =
          dataset === 'spirals'
            ? '; from nearly every seed that is enough for the spiral arms'
            : '';
        return `Press “Train from scratch” and wait for 1,000 steps with structural moves on${promise}.`;
      }),
      ofTraining: true,
      check: oneClusterPerClass,
    },
    {
      id: 'remove',
      title: 'Remove a cluster',
      task: 'Remove a cluster that holds points and see which clusters take them.',
      hint: 'Select a cluster in the latent space.',
      answer:
        'Select a cluster with points in the latent space and press Delete. Enter brings it back.',
      check: removedClusterShared,
    },
    {
      id: 'pile',
      title: 'Two clusters in one place',
      task: 'Move one cluster onto another. Which points change their cluster, and which do not?',
      hint: 'Drag the cluster by its centre, or use the arrow keys.',
      answer:
        'Drag the centre of one cluster onto that of another. They share their points by shape and weight.',
      check: movedOntoAnother,
    },
    {
      id: 'fail',
      title: 'Make it fail',
      task: inWordsOf(
        (_one, many) => `Find a start from which training puts two ${many} into one cluster.`,
      ),
      hint: 'Let all clusters start in nearly the same place, and forbid what could separate them.',
      answer:
        'In the settings, start the clusters from random means with a spread of 0.01, switch structural moves off and train for 500 steps.',
      ofTraining: true,
      check: classesCollapsed,
    },
    {
      id: 'repair',
      title: 'Repair it',
      task: inWordsOf((_one, many) => `Separate the two ${many} again without starting over.`),
      hint: inWordsOf((_one, many) => `Give one of the two ${many} a cluster of its own by hand.`),
      answer: inWordsOf(
        (_one, many) =>
          `Drag a cluster with few points onto one of the two ${many}, raise its weight to 0.2, choose “Train from here” and train for 1,000 steps.`,
      ),
      check: classesRepaired,
    },
  ],
  memory: {
    of: ({ run }) => run,
    start: () => ({ untouched: null, collapsed: null }),
    with: ({ untouched, collapsed }, view) => ({
      untouched: view.edited
        ? untouched
        : { assignments: view.assignments, clusters: view.clusters },
      collapsed: collapsed ?? (classesCollapsed(view).done ? collapsedPair(view) : null),
    }),
  },
  viewOf,
};

function viewOf(controller: LabController): LabView {
  const run = controller.run.getState();
  const { runId, step, dataset } = run;
  const document = controller.document.getState();
  const { assignments, clusters, edited } = shownOf(svaeGmm, run);
  return {
    run: runId,
    step,
    pretrained: document.origin.pretrained,
    labels: dataset?.labels ?? null,
    assignments,
    clusters,
    edited,
    edits: editsOf(svaeGmm, document),
  };
}
