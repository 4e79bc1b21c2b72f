/** What targets in the plane can be set to. */
import { linear, logarithmic } from '../../settings/ranges.ts';
import type { PlaneTargetName } from './targets.ts';

const shownWith = (...is: readonly PlaneTargetName[]) => ({ setting: 'target', is }) as const;
const ofTarget = { group: 'Data', takesEffect: 'live' } as const;
const ofPrior = { ...ofTarget, shownWhen: shownWith('normal') } as const;

export const planeSettings = {
  correlation: {
    ...linear(-0.99, 0.99, 0.01),
    ...ofTarget,
    label: 'Correlation',
    help: 'Of the two coordinates. The stronger it is, the worse a factorised q fits, and the slower are CAVI and Gibbs.',
    basic: true,
    shownWhen: shownWith('gaussian'),
    default: 0.9,
  },
  bend: {
    ...linear(0, 1.5, 0.05),
    ...ofTarget,
    label: 'Bend',
    help: 'How strongly the banana is bent; at 0 it is straight, and q fits exactly.',
    basic: true,
    shownWhen: shownWith('banana'),
    default: 0.9,
  },
  separation: {
    ...linear(0, 4, 0.1),
    ...ofTarget,
    label: 'Distance of the modes',
    help: 'From one mode to the other; each has a standard deviation of 0.6.',
    basic: true,
    shownWhen: shownWith('two-modes'),
    default: 3,
  },
  heavier: {
    ...linear(0.5, 0.95, 0.05),
    ...ofTarget,
    label: 'Weight of the upper mode',
    help: 'Its share of the probability.',
    basic: true,
    shownWhen: shownWith('two-modes'),
    default: 0.6,
  },
  brush: {
    ...linear(0.15, 1, 0.05),
    ...ofTarget,
    label: 'Width of the brush',
    help: 'Each drawn point is a round Gaussian with this standard deviation.',
    basic: true,
    shownWhen: shownWith('drawn'),
    default: 0.4,
  },
  priorMean: {
    ...linear(-10, 10, 0.1),
    ...ofPrior,
    label: 'Prior mean',
    help: 'm₀: where the prior expects the mean.',
    default: 0,
  },
  priorScale: {
    ...logarithmic(0.01, 100, 0.01),
    ...ofPrior,
    label: 'Prior scale',
    help: 'λ₀: how many observations the prior of the mean counts as.',
    default: 1,
  },
  priorShape: {
    ...logarithmic(0.1, 100, 0.1),
    ...ofPrior,
    label: 'Prior shape',
    help: 'a₀ of the gamma prior of the precision.',
    default: 1,
  },
  priorRate: {
    ...logarithmic(0.01, 100, 0.01),
    ...ofPrior,
    label: 'Prior rate',
    help: 'b₀ of the gamma prior of the precision.',
    default: 1,
  },
} as const;
