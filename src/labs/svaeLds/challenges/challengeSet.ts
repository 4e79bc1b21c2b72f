import type { Values } from '../../../settings/values.ts';
import type { LabController } from '../../../store/controller.ts';
import { editsOf, shownOf } from '../../lab.ts';
import type { ChallengeSet } from '../../shared/challenges/challengeSet.ts';
import { svaeLds } from '../lab.ts';
import { motionLeft } from '../motionLeft.ts';
import {
  diedOut,
  dreamt,
  foundColumn,
  isBroken,
  type LabView,
  learnt,
  mended,
  type Remembered,
  twiceAsFast,
} from './checks.ts';

/** What moves in a signal. */
const THING: Readonly<Record<string, string>> = {
  'two-dots': 'the two dots',
  own: 'your series',
};
const thingOf = ({ signal }: Values): string => THING[String(signal)] ?? 'the dot';

export const challenges: ChallengeSet<LabView, Remembered> = {
  list: [
    {
      id: 'learn',
      title: 'Learn to bounce',
      task: (settings) =>
        `Train a model whose prediction has the period of ${thingOf(settings)} to within 1 %, with an error below 0.015 after the line.`,
      hint: 'The default settings reach this from nearly every seed.',
      answer: 'Press “Train from scratch” and wait for 600 steps.',
      ofTraining: true,
      check: learnt,
    },
    {
      id: 'dream',
      title: 'Without input',
      task: 'Let the model predict without any input and still keep the right period.',
      hint: 'The mean of all samples is a blur, so look at a single sample.',
      answer:
        'Drag the line where input ends to the very start; with the focus on the line, Home does the same. Switch “Single sample” on.',
      check: dreamt,
    },
    {
      id: 'faster',
      title: 'Twice as fast',
      task: (settings) =>
        `Make ${thingOf(settings)} bounce twice as fast with the dial: half of the learned period, to within 2 %.`,
      hint: ({ signal }) =>
        signal === 'two-dots'
          ? 'A frequency is the angle of an eigenvalue, and each dot has a complex pair of its own.'
          : 'A frequency is the angle of an eigenvalue. The outermost complex pair leads.',
      answer: ({ signal }) =>
        signal === 'two-dots'
          ? 'Turn each of the two complex pairs to twice its angle, or type 2 for its frequency. Overtones follow.'
          : 'Turn the outermost complex pair to twice its angle, or type 2 for its frequency.',
      check: twiceAsFast,
    },
    {
      id: 'fade',
      title: 'Let the motion die out',
      task: 'Make the motion die out after the line, until less than 15 % of it is left.',
      hint: 'The radius of a complex pair is what is left after a step.',
      answer:
        'Pull the complex pairs inwards, to radius 0.95: a hundred steps leave 0.6 % of the size.',
      check: diedOut,
    },
    {
      id: 'break',
      title: 'Unstable and back',
      task: 'Scale a column until the system is unstable. Then bring it back inside the unit circle without clearing all edits.',
      hint: 'A system is unstable where an eigenvalue lies outside the unit circle.',
      answer:
        'Raise the factor of a column until an eigenvalue leaves the circle. Then lower the same column to less than 1.',
      check: mended,
    },
    {
      id: 'column',
      title: 'Find the column that matters',
      task: 'Change the period by 15 % or more with one column alone and a factor between 0.8 and 1.2.',
      hint: 'The column differs from seed to seed, and some seeds have none; the pretrained model has one.',
      answer:
        'On the pretrained model, press Scan, look for the steepest line, and set that column to 0.8 or 1.2.',
      check: foundColumn,
    },
  ],
  memory: {
    of: ({ run }) => run,
    start: () => ({ learned: null, broken: false }),
    with: ({ learned, broken }, view) => ({
      // A moved end of the input counts as well: from there the prediction can have another period.
      learned:
        view.snapshot.edited || view.edits.length > 0
          ? learned
          : { period: view.snapshot.period, motion: motionLeft(view.snapshot) },
      broken: broken || isBroken(view),
    }),
  },
  viewOf,
};

function viewOf(controller: LabController): LabView {
  const run = controller.run.getState();
  const document = controller.document.getState();
  return {
    run: run.runId,
    step: run.step,
    pretrained: document.origin.pretrained,
    snapshot: shownOf(svaeLds, run),
    edits: editsOf(svaeLds, document),
  };
}
