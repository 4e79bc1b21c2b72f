import { shownOf } from '../../lab.ts';
import type { ChallengeSet } from '../../shared/challenges/challengeSet.ts';
import { meanField } from '../lab.ts';
import type { MeanFieldSnapshot } from '../snapshot.ts';
import { NO_ENDS, type PlaneMemory, planeChallenges, withEnd } from './planeChallenges.ts';

/** What is remembered outlasts a run: another start may lead to another end. */
export const challenges: ChallengeSet<MeanFieldSnapshot, PlaneMemory> = {
  list: planeChallenges,
  memory: { of: () => null, start: () => NO_ENDS, with: withEnd },
  viewOf: (controller) => shownOf(meanField, controller.run.getState()),
};
