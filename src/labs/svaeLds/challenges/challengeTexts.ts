import type { ChallengeTexts } from '../../shared/challenges/findings.ts';
import type { ChallengeId } from './progress.ts';

/** Titles hold for all signals, so that a challenge keeps its name. */
export const challengeTitles: Readonly<Record<ChallengeId, string>> = {
  learn: 'Learn to bounce',
  dream: 'Without input',
  faster: 'Twice as fast',
  fade: 'Let the motion die out',
  break: 'Unstable and back',
  column: 'Find the column that matters',
};

const THING: Readonly<Record<string, string>> = {
  'two-dots': 'the two dots',
  own: 'your series',
};

/** The challenges in the words of a signal. */
export function challengeTexts(signal: string): ChallengeTexts<ChallengeId> {
  const thing = THING[signal] ?? 'the dot';
  return {
    learn: {
      title: challengeTitles.learn,
      task: `Train a model whose prediction has the period of ${thing} to within 1 %, with an error below 0.015 after the line.`,
      hint: 'Press Play and wait for 600 steps. The default settings reach this from nearly every seed.',
    },
    dream: {
      title: challengeTitles.dream,
      task: 'Let the model predict without any input and still keep the right period.',
      hint: 'Drag the line where input ends to the very start; with the focus on the line, Home does the same. The mean of all samples is a blur, so look at a single sample.',
    },
    faster: {
      title: challengeTitles.faster,
      task: `Make ${thing} bounce twice as fast with the dial: half of the learned period, to within 2 %.`,
      hint:
        signal === 'two-dots'
          ? 'Each dot has a complex pair of its own. Turn each of the two to twice its angle, or type 2 for its frequency. Overtones follow.'
          : 'Turn the outermost complex pair to twice its angle, or type 2 for its frequency.',
    },
    fade: {
      title: challengeTitles.fade,
      task: 'Make the motion die out after the line, until less than 15 % of it is left.',
      hint: 'Pull the complex pairs inwards: at radius 0.95, a hundred steps leave 0.6 % of the size.',
    },
    break: {
      title: challengeTitles.break,
      task: 'Scale a column until the system is unstable. Then bring it back inside the unit circle without clearing all edits.',
      hint: 'Raise the factor of a column until an eigenvalue leaves the circle. Then lower the same column to less than 1.',
    },
    column: {
      title: challengeTitles.column,
      task: 'Change the period by 15 % or more with one column alone and a factor between 0.8 and 1.2.',
      hint: 'Press Scan and look for the steepest line. The column differs from seed to seed, and some seeds have none; the pretrained model has one.',
    },
  };
}
