import { shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { estimators } from '../lab.ts';
import {
  type LabView,
  pathIsBiased,
  pathwiseLoses,
  pointsWrongWay,
  scoreDrowns,
  sticksLanding,
} from './checks.ts';

export const challenges: ChallengeSet<LabView, null> = {
  list: [
    {
      id: 'drown',
      title: 'Drown the score function',
      task: 'Make the variance of the score function at least 10,000 times that of reparameterisation.',
      hint: 'Every coordinate adds noise to the score function.',
      answer: 'Set “Dimensions” to 30 with the quadratic f, and drag q away from k, to −3.',
      check: scoreDrowns,
    },
    {
      id: 'loses',
      title: 'Where the path loses',
      task: 'Find an f and a q where reparameterisation has at least 100 times the variance of the score function.',
      hint: 'Look for steep slopes that cancel.',
      answer: 'Choose the cosine, set k to 5, and widen q to a standard deviation of 3.',
      check: pathwiseLoses,
    },
    {
      id: 'biased',
      title: 'Where the path is wrong',
      task: 'Find an f and a q where reparameterisation misses the gradient by 0.8 or more.',
      hint: 'A slope knows nothing of a jump.',
      answer:
        'Choose the step, make q narrow (standard deviation 0.4) and put its mean at k, which is 2.',
      check: pathIsBiased,
    },
    {
      id: 'landing',
      title: 'Stick the landing',
      task: 'Find the q at which sticking the landing gives 0 at every draw.',
      hint: 'Choose the ELBO as f. At which q is its gradient zero?',
      answer:
        'Choose the ELBO as f. The posterior is a Gaussian with mean k, which is 2, and standard deviation 1: drag q there.',
      check: sticksLanding,
    },
    {
      id: 'wrong-way',
      title: 'Straight, the wrong way',
      task: 'With a coin, make the gradient at least 0.2 while straight-through points the other way, by 0.2 or more.',
      hint: 'The gradient is 1 − 2c, straight-through has the mean 2(θ − c).',
      answer: 'Choose the coin, and set c to 0.3 and θ to 0.1.',
      check: pointsWrongWay,
    },
  ],
  memory: NO_MEMORY,
  viewOf: (controller) => ({ snapshot: shownOf(estimators, controller.run.getState()) }),
};
