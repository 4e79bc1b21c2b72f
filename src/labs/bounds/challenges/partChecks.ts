/** Challenges of annealing and of the particle filter, as pure functions of what is on the stage. */
import { grouped } from '../../../settings/words.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { AnnealingView } from '../annealingView.ts';
import type { FilterView } from '../filterView.ts';
import type { LabView } from './checks.ts';

const APART = 0.25;
const MOST_STEPS = 100;
/** J of the target at N(3, 0.5^2) is 23.625. */
const FAR = 23.6;
const BIAS = 0.05;
const ENOUGH = 20;
const LONG = 40;
const NOISE = 0.3;

/** Of the part that a challenge is about. */
export const annealed =
  (check: (view: AnnealingView) => Finding) =>
  ({ snapshot }: LabView): Finding =>
    snapshot.part === 'annealing' ? check(snapshot) : nothing('Choose the part “Annealing”.');

export const filtered =
  (check: (view: FilterView) => Finding) =>
  ({ snapshot }: LabView): Finding =>
    snapshot.part === 'filter' ? check(snapshot) : nothing('Choose the part “Particle filter”.');

/** Both exact bounds are close to each other, with few steps and a target far away. */
export function enclosesLogZ(view: AnnealingView): Finding {
  const { gap, reverseGap, steps, divergence } = view;
  if (divergence < FAR) return nothing('Put the target back to mean 3 and standard deviation 0.5.');
  const apart = gap + reverseGap;
  const text = `With ${steps} ${steps === 1 ? 'step' : 'steps'} the bounds are ${formatFixed(apart, 3)} nats apart.`;
  return { done: apart <= APART && steps <= MOST_STEPS, text };
}

/** The logarithm of the estimate is hardly biased, with resampling, on the whole series. */
export function logHardlyBiased(view: FilterView): Finding {
  const { observations, estimates, particles, noise } = view;
  if (observations.length < LONG || noise > NOISE)
    return nothing(`Use at least ${LONG} observations, with noise of at most ${NOISE}.`);
  const found = estimates.flatMap(({ resampling, errors, spread }) =>
    resampling !== 'never' && errors.length >= ENOUGH && spread ? [spread] : [],
  );
  if (found.length === 0)
    return nothing(`Press Play until there are ${ENOUGH} estimates by each way of resampling.`);
  const half = Math.min(...found.map(({ variance }) => variance / 2));
  const text = `With ${grouped(particles)} particles half the variance is ${formatFixed(half, 3)}.`;
  return { done: half <= BIAS, text };
}
