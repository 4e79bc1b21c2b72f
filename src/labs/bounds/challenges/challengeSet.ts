import { shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { bounds } from '../lab.ts';
import { fewCount, heavyTail, type LabView, manyDraws, mended, oneDraw } from './checks.ts';
import { annealed, enclosesLogZ, filtered, logHardlyBiased } from './partChecks.ts';

export const challenges: ChallengeSet<LabView, null> = {
  list: [
    {
      id: 'many-draws',
      title: 'Draws instead of a good q',
      task: 'Keep a q whose ELBO is at least 1 nat low, and bring the bound within 0.01 nats of log p(x).',
      hint: 'The gap is about χ² / 2K. The page shows χ²: how many draws does it take?',
      answer:
        'With the prior as q, χ² is 1.25: set the mean of q to 0, its standard deviation to 1, and drag K to 100.',
      check: manyDraws,
    },
    {
      id: 'one-draw',
      title: 'A good q instead of draws',
      task: 'Bring the bound within 0.001 nats of log p(x) with a single draw.',
      hint: 'With which q are all weights equal?',
      answer:
        'Set K to 1. The weights are equal where q is the posterior: set the mean of q to x/2, which is 1, and its standard deviation to 0.71.',
      check: oneDraw,
    },
    {
      id: 'heavy-tail',
      title: 'Lose nearly all moments',
      task: 'Bring the exact shape of the tail, Pareto k, above 0.95. Above ½ the weights have no second moment; at 1 they would have no mean.',
      hint: 'Drag the side of q inwards. Pareto k is 1 minus the variance of q divided by the variance of the posterior, which is ½.',
      answer:
        'Set the standard deviation of q to 0.15 with its mean at 1: its variance is 0.0225, so Pareto k is 0.955.',
      check: heavyTail,
    },
    {
      id: 'few-count',
      title: 'Many draws, few that count',
      task: 'With K of at least 100, bring the number of draws that count below 2.5, while χ² stays finite.',
      hint: 'Draw where the posterior is not.',
      answer: 'Set the mean of q to −3, its standard deviation to 0.8, and K to 100.',
      check: fewCount,
    },
    {
      id: 'mended',
      title: 'Lose the signal of a gradient and repair it',
      task: 'In the part “Signal”, bring the encoder’s signal below 0.01 of its noise, while the signal of DReG is more than 30 times its noise.',
      hint: 'The signal of the encoder falls as 1/√K and that of DReG rises.',
      answer:
        'In the part “Signal”, put q near the posterior (mean 1.3, standard deviation 0.8) and set K to 1,000.',
      check: mended,
    },
    {
      id: 'enclose',
      title: 'Enclose log Z',
      task: 'In “Annealing”, bring the exact bounds within 0.25 nats of each other, with at most 100 steps and the target at N(3, 0.5²).',
      hint: 'The bounds are J/T apart, and J is 23.6.',
      answer:
        'Choose the preset of annealing and set the steps T to 100: the bounds are 0.236 nats apart.',
      check: annealed(enclosesLogZ),
    },
    {
      id: 'hardly-biased',
      title: 'The logarithm, hardly biased',
      task: 'In “Particle filter”, bring half the variance of the log estimates below 0.05 nats, with 40 observations, their noise at most 0.3, and 20 estimates or more.',
      hint: 'The variance falls as 1/N.',
      answer:
        'In “Particle filter”, set the particles to 2,000 and press Play until there are 20 estimates.',
      check: filtered(logHardlyBiased),
    },
  ],
  memory: NO_MEMORY,
  viewOf: (controller) => ({ snapshot: shownOf(bounds, controller.run.getState()) }),
};
