import { shownOf } from '../../lab.ts';
import type { ChallengeSet } from '../../shared/challenges/challengeSet.ts';
import { meanField } from '../lab.ts';
import type { MeanFieldSnapshot } from '../snapshot.ts';
import { type NetworkMemory, NO_BOUNDS, networkChallenges, withSeen } from './networkChallenges.ts';
import { NO_ENDS, type PlaneMemory, planeChallenges, withEnd } from './planeChallenges.ts';

type Memory = PlaneMemory & NetworkMemory;

/** What is remembered outlasts a run: another start may lead to another end. */
export const challenges: ChallengeSet<MeanFieldSnapshot, Memory> = {
  list: [...planeChallenges, ...networkChallenges],
  memory: {
    of: () => null,
    start: () => ({ ...NO_ENDS, ...NO_BOUNDS }),
    with: (memory, view) =>
      view.part === 'plane'
        ? { ...memory, ...withEnd(memory, view) }
        : { ...memory, ...withSeen(memory, view) },
  },
  viewOf: (controller) => shownOf(meanField, controller.run.getState()),
};
