import type { ChallengeTexts } from '../../parts/challenges/findings.ts';
import type { ChallengeId } from './progress.ts';

/** Titles hold for all signals, so that a challenge keeps its name. */
export const challengeTitles: Readonly<Record<ChallengeId, string>> = {
  learn: 'Teach it to bounce',
  dream: 'Let it dream',
  faster: 'Twice as fast',
  fade: 'Let it die out',
  break: 'Break it and bring it back',
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
      task: `Train a model whose prediction has the period of ${thing} to 1 %, with an error below 0.015 after the line.`,
      hint: 'Press Play and wait for a few hundred steps; the default settings get there from nearly every seed.',
    },
    dream: {
      title: challengeTitles.dream,
      task: 'Predict with no input at all, and still have the right period.',
      hint: 'Drag the line where the input ends to the very start; with the line in focus, Home does it. The mean of all dreams is a blur: look at a single sample.',
    },
    faster: {
      title: challengeTitles.faster,
      task: `Make ${thing} bounce twice as fast: half of the learned period, within 2 %, by the dial.`,
      hint:
        signal === 'two-dots'
          ? 'Each dot has a complex pair of its own: take hold of one after the other and turn it to twice its angle, or type 2 for its frequency. Overtones follow.'
          : 'Take hold of the outermost complex pair in the unit circle and turn it to twice its angle, or type 2 for the frequency.',
    },
    fade: {
      title: challengeTitles.fade,
      task: 'Make the motion die out after the line, until less than 15 % of it is left.',
      hint: 'Pull complex pairs inwards: at radius 0.95 one hundred steps leave 0.6 % of the size.',
    },
    break: {
      title: challengeTitles.break,
      task: 'Scale columns until the system is unstable. Then bring it back inside the unit circle without clearing all edits.',
      hint: 'Raise the factor of a column until an eigenvalue leaves the circle. Lower another column, or have it scaled back.',
    },
    column: {
      title: challengeTitles.column,
      task: 'Change the period by 15 % or more with one column alone and a factor between 0.8 and 1.2.',
      hint: 'Scan all columns and look for the steepest line. Which one it is differs from seed to seed, and some seeds have none: the model that came with the page has one.',
    },
  };
}
