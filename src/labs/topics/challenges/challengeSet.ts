import { shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { topics } from '../lab.ts';
import type { TopicsSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: TopicsSnapshot;
}

export const challenges: ChallengeSet<LabView> = {
  list: [],
  memory: NO_MEMORY,
  viewOf: (controller) => ({ snapshot: shownOf(topics, controller.run.getState()) }),
};
