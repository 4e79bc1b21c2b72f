/** Targets in the plane, and what they can be set to. */
import { linear, logarithmic } from '../../settings/ranges.ts';

export const planeTargets = [
  { value: 'gaussian', label: 'Correlated Gaussian' },
  {
    value: 'normal',
    label: 'Normal: mean and precision',
    help: 'The posterior of the mean and the precision of a normal, given observations.',
  },
  { value: 'banana', label: 'Banana' },
  { value: 'two-modes', label: 'Two modes' },
  { value: 'drawn', label: 'Drawn by hand' },
] as const;

export type PlaneTargetName = (typeof planeTargets)[number]['value'];

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

export const planePresets = [
  {
    id: 'gaussian',
    label: 'Correlated Gaussian',
    comment: 'q finds the mean, and its factors are too narrow: 1/Λ, not Σ.',
    values: {},
  },
  {
    id: 'slow',
    label: 'Correlation 0.99',
    comment: 'Both algorithms take tiny steps: each sweep leaves 98 % of the error.',
    values: { correlation: 0.99 },
  },
  {
    id: 'normal',
    label: 'Normal, unknown mean and precision',
    comment: 'A curved posterior with an exact answer. Drag the observations below it.',
    values: { target: 'normal' },
  },
  {
    id: 'banana',
    label: 'Banana',
    comment: 'q fits the middle of the banana and misses both ends.',
    values: { target: 'banana' },
  },
  {
    id: 'two-modes',
    label: 'Two modes',
    comment: 'q covers one mode only. Which one depends on where it starts.',
    values: { target: 'two-modes' },
  },
  {
    id: 'drawn',
    label: 'Drawn by hand',
    comment: 'Press Draw and paint a posterior of your own.',
    values: { target: 'drawn' },
  },
] as const;
