import { shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { meanField } from '../lab.ts';
import type { MeanFieldSnapshot } from '../snapshot.ts';

export const challenges: ChallengeSet<MeanFieldSnapshot> = {
  list: [],
  memory: NO_MEMORY,
  viewOf: (controller) => shownOf(meanField, controller.run.getState()),
};
