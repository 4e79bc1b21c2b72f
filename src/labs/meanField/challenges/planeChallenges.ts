/** Challenges of the plane. */
import { formatFixed } from '../../../ui/numbers.ts';
import { type Challenge, type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { PlaneSnapshot } from '../planeSnapshot.ts';
import type { MeanFieldSnapshot } from '../snapshot.ts';

/** Where updates have ended, by the key of the target with two modes. */
export interface PlaneMemory {
  readonly ends: Readonly<Record<string, readonly number[]>>;
}

export const NO_ENDS: PlaneMemory = { ends: {} };

/** The rate that Gibbs is to have, and how near to it its own estimate has to come. */
const RATE = 0.5;
const RATE_NEAR = 0.03;
const ESTIMATE_NEAR = 0.07;
const SWEEPS = 1000;
/** In nats. */
const LEAST_GAIN = 0.05;
const MOST_GAP = 0.035;
/** Ends nearer than this are the same. */
const APART = 1;

const planeOf = (snapshot: MeanFieldSnapshot): PlaneSnapshot | null =>
  snapshot.part === 'plane' ? snapshot : null;

export const planeChallenges: readonly Challenge<MeanFieldSnapshot, PlaneMemory>[] = [
  {
    id: 'predict-gibbs',
    title: 'Predict Gibbs',
    task: `On the Gaussian: choose a correlation so that successive sweeps of Gibbs have autocorrelation ${RATE}, and confirm it with ${SWEEPS.toLocaleString('en-US')} sweeps.`,
    hint: 'Both algorithms keep ρ² from sweep to sweep. Which ρ has ρ² = 0.5?',
    answer:
      'Set the correlation to 0.71, choose a high speed, and press Play until 1,000 sweeps are done.',
    check: (view) => hasRate(planeOf(view)),
  },
  {
    id: 'only-the-width',
    title: 'Only the width',
    task: `On any target: raise the ELBO by ${LEAST_GAIN} nats or more without moving the mean of q.`,
    hint: 'Press Reset. Drag the two square marks of q, which change its widths.',
    answer:
      'On the Gaussian with correlation 0.9 the best width is √0.19 = 0.44: drag both square marks of q there.',
    check: (view) => gainsByWidth(planeOf(view)),
  },
  {
    id: 'other-mode',
    title: 'The other mode',
    task: 'On a target with two modes: let q converge on one mode, and then on the other.',
    hint: 'Where q converges depends on where it starts.',
    answer:
      'Choose “Two modes” and press Play until q has converged. Then drag q to the other mode and press Play again.',
    check: (view, memory) => endsOnBoth(planeOf(view), memory),
  },
  {
    id: 'halve-the-gap',
    title: 'Halve the gap',
    task: `On the normal: bring the gap of the converged q from 0.070 to ${MOST_GAP} nats or less.`,
    hint: 'Dragging observations does not change the gap, which depends on their number alone: about 1/(4a) with a = a₀ + N/2.',
    answer: 'Press “Add one” eight times, then Play.',
    check: (view) => hasSmallGap(planeOf(view)),
  },
];

/** What the view adds to where updates have ended. */
export function withEnd(memory: PlaneMemory, view: MeanFieldSnapshot): PlaneMemory {
  const plane = planeOf(view);
  if (plane?.target.name !== 'two-modes' || !plane.converged) return memory;
  const { key } = plane.target;
  const [end] = plane.moments.mean;
  const known = memory.ends[key] ?? [];
  if (known.some((other) => Math.abs(other - end) < APART)) return memory;
  return { ...memory, ends: { ...memory.ends, [key]: [...known, end] } };
}

export function hasRate(plane: PlaneSnapshot | null): Finding {
  if (plane?.target.name !== 'gaussian') return nothing('Choose the Gaussian.');
  const { contraction, chain } = plane;
  const lagOne = chain?.autocorrelation[1];
  if (!chain || lagOne === undefined) return nothing('Gibbs has too few sweeps to tell.');
  const isRight = Math.abs((contraction ?? 0) - RATE) <= RATE_NEAR;
  const isSeen = chain.sweeps >= SWEEPS && Math.abs(lagOne - RATE) <= ESTIMATE_NEAR;
  return {
    done: isRight && isSeen,
    text: `Autocorrelation ${formatFixed(lagOne, 2)} after ${chain.sweeps.toLocaleString('en-US')} sweeps.`,
  };
}

export function gainsByWidth(plane: PlaneSnapshot | null): Finding {
  if (!plane?.placed) return nothing('q is where the updates have left it.');
  const { path, moments, course, elbo } = plane;
  const [x, y] = [path.x.at(-1), path.y.at(-1)];
  const isSame = [x, y].every(
    (before, i) =>
      before !== undefined &&
      Math.abs(before - moments.mean[i]) < 1e-3 * plane.target.moments.deviation[i],
  );
  if (!isSame) return nothing('The mean has moved.');
  // The last row is where q was placed.
  const gain = elbo - (course.elbo.at(-2) ?? elbo);
  return {
    done: gain >= LEAST_GAIN,
    text: `The ELBO is ${formatFixed(Math.abs(gain), 3)} nats ${gain < 0 ? 'lower' : 'higher'} than before.`,
  };
}

export function endsOnBoth(plane: PlaneSnapshot | null, { ends }: PlaneMemory): Finding {
  if (plane?.target.name !== 'two-modes') return nothing('Choose the target with two modes.');
  const known = ends[plane.target.key] ?? [];
  const text = known.map((end) => formatFixed(end, 2)).join(' and ');
  return {
    done: known.length > 1,
    text: known.length === 0 ? 'q has not converged yet.' : `Mean of q(x₁) so far: ${text}.`,
  };
}

export function hasSmallGap(plane: PlaneSnapshot | null): Finding {
  if (plane?.target.name !== 'normal') return nothing('Choose the normal.');
  const gap = plane.logEvidence - plane.elbo;
  return {
    done: plane.converged && gap <= MOST_GAP,
    text: `Gap ${formatFixed(gap, 4)} nats with ${plane.observations?.length} observations.`,
  };
}
