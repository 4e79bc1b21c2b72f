/** What each challenge asks for, checked against what is on the stage. Pure functions. */
import { formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { DivergencesSnapshot, FitView } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: DivergencesSnapshot;
  readonly step: number;
  /** p has been changed by hand. */
  readonly isReshaped: boolean;
  /** Another start is another run. */
  readonly run: number;
}

const ARRIVED = 0.01;
const CLOSED = 1e-4;
const LEAST_TERM = -0.2;
const RAISED = 0.5;
const SAME_MEAN = 0.05;

const inNats = (value: number) => formatFixed(value, 3);

/** The q of one direction in the part with densities. */
function fitOf(snapshot: DivergencesSnapshot, direction: FitView['direction']): FitView | null {
  if (snapshot.part !== 'densities') return null;
  return snapshot.fits.find((fit) => fit.direction === direction) ?? null;
}

/** One direction is finite, the other is not, by a person's own doing. */
export function oneIsInfinite({ snapshot, isReshaped }: LabView): Finding {
  if (snapshot.part !== 'densities') return nothing('Choose the part “Densities”.');
  const { forward, reverse } = snapshot.fits[0].figures;
  const text = `KL(p‖q) is ${inNats(forward)}, KL(q‖p) is ${inNats(reverse)}.`;
  return { done: isReshaped && forward < Infinity && reverse === Infinity, text };
}

/** Two peaks, and the reverse fit rests at the one with less mass. */
export function stuckAtLighter({ snapshot, step }: LabView): Finding {
  const fit = fitOf(snapshot, 'reverse');
  if (!fit || snapshot.part !== 'densities' || snapshot.target.kind !== 'mixture')
    return nothing('Fit both directions to a density with peaks.');
  const { components } = snapshot.target;
  const nearest = components.reduce((best, component) =>
    Math.abs(component.mean - fit.components[0].mean) < Math.abs(best.mean - fit.components[0].mean)
      ? component
      : best,
  );
  const heaviest = Math.max(...components.map(({ weight }) => weight));
  const isAtPeak = Math.abs(nearest.mean - fit.components[0].mean) < nearest.sd / 2;
  const isLighter = nearest.weight < heaviest - 0.05;
  const left = -Math.log(nearest.weight);
  const text = `KL(q‖p) is ${inNats(fit.value)}; −log of the mass of the nearest peak is ${inNats(left)}.`;
  const isThere = Math.abs(fit.value - left) < ARRIVED;
  return { done: step > 0 && isAtPeak && isLighter && isThere, text };
}

/** The terms fall below zero, and the sum does not. */
export function negativeTerms({ snapshot }: LabView): Finding {
  if (snapshot.part !== 'bars') return nothing('Choose the part “Bars”.');
  const least = Math.min(...snapshot.forwardTerms);
  const text = `The smallest term of KL(p‖q) is ${inNats(least)}, the sum ${inNats(snapshot.figures.forward)}.`;
  return { done: least <= LEAST_TERM, text };
}

/** Outcomes are merged, and no divergence is left although p and q differ. */
export function mergedAway({ snapshot }: LabView): Finding {
  if (snapshot.part !== 'bars') return nothing('Choose the part “Bars”.');
  const { forward, unmergedForward } = snapshot.figures;
  const groups = snapshot.groups.length;
  const text = `KL(p‖q) is ${inNats(unmergedForward)} before merging and ${inNats(forward)} after it.`;
  const done = unmergedForward > 0.1 && forward < 0.001 && groups > 1 && groups < snapshot.p.length;
  return { done, text };
}

/** The gap is closed with atoms of which not all are the same: f is straight between them. */
export function closedOnStraight({ snapshot }: LabView): Finding {
  if (snapshot.part !== 'jensen') return nothing('Choose the part “Jensen”.');
  const spread = Math.max(...snapshot.places) - Math.min(...snapshot.places);
  const text = `The gap is ${inNats(snapshot.gap)}; the atoms are up to ${formatFixed(spread, 2)} apart.`;
  return { done: snapshot.gap < CLOSED && spread > 0.5, text };
}

export interface Remembered {
  /** The ELBO, and the mean of q at which it was. */
  readonly elbo: number;
  readonly mean: number;
}

/** The ELBO has risen while the mean of q has not moved. */
export function raisedByWidth({ snapshot }: LabView, before: Remembered | null): Finding {
  if (snapshot.part !== 'identity' || !snapshot.split)
    return nothing('Choose the part “The identity”.');
  if (snapshot.split.elbo === -Infinity)
    return nothing('The ELBO is −∞, since p is cut off: press “Cut p off” to have all of p back.');
  if (!before) return nothing(`The ELBO is ${inNats(snapshot.split.elbo)}.`);
  const gain = snapshot.split.elbo - before.elbo;
  const text = `The ELBO has risen by ${inNats(Math.max(0, gain))} with the mean in place.`;
  return { done: gain >= RAISED, text };
}

/** Where the ELBO was lowest since the mean of q last moved; null outside the identity, or where it is −∞. */
export function rememberElbo(before: Remembered | null, { snapshot }: LabView): Remembered | null {
  if (snapshot.part !== 'identity' || !snapshot.split) return null;
  const { elbo } = snapshot.split;
  if (elbo === -Infinity) return null;
  const { mean } = snapshot.fits[0].components[0];
  if (before && Math.abs(before.mean - mean) < SAME_MEAN)
    return elbo < before.elbo ? { ...before, elbo } : before;
  return { elbo, mean };
}
