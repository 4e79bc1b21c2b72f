/** Networks to begin with, and what they can be set to. */
import { linear } from '../../settings/ranges.ts';

export const networkTargets = [
  { value: 'sprinkler', label: 'Network: sprinkler' },
  {
    value: 'leak',
    label: 'Network: sprinkler with a leak',
    help: 'The grass may be wet without sprinkler or rain.',
  },
  { value: 'spins', label: 'Network: two spins' },
  { value: 'alarm', label: 'Network: burglar alarm' },
  { value: 'naive-bayes', label: 'Network: naive Bayes' },
  { value: 'chain', label: 'Network: chain' },
  { value: 'own', label: 'Network of your own', help: 'A cause and an effect, to build on.' },
] as const;

export type NetworkTarget = (typeof networkTargets)[number]['value'];

const NAMES: readonly string[] = networkTargets.map(({ value }) => value);

export const isNetwork = (target: string): target is NetworkTarget => NAMES.includes(target);

export const networkSettings = {
  coupling: {
    ...linear(-3, 3, 0.05),
    label: 'Coupling',
    help: 'J of two spins with p proportional to exp(J x₁ x₂). Above 1, q must choose a side.',
    group: 'Data',
    basic: true,
    takesEffect: 'live',
    shownWhen: { setting: 'target', is: ['spins'] },
    default: 1.2,
  },
  start: {
    kind: 'choice',
    label: 'q starts',
    help: 'Coordinate ascent climbs to the nearest maximum, so the start may decide the result.',
    group: 'Training',
    basic: true,
    shownWhen: { setting: 'target', is: networkTargets.map(({ value }) => value) },
    options: [
      { value: 'uniform', label: 'Uniform' },
      { value: 'random', label: 'Random, from the seed' },
    ],
    default: 'uniform',
  },
} as const;

export const networkPresets = [
  {
    id: 'sprinkler',
    label: 'Sprinkler',
    comment: 'A hard zero gives q two fixed points. Update rain first to find the better one.',
    values: { target: 'sprinkler' },
  },
  {
    id: 'leak',
    label: 'Sprinkler with a leak',
    comment: 'Grass is wet without a cause in 5 % of cases: one fixed point is left.',
    values: { target: 'leak' },
  },
  {
    id: 'spins',
    label: 'Two spins',
    comment: 'Above coupling 1 the symmetric q is no maximum any more.',
    values: { target: 'spins', start: 'random' },
  },
  {
    id: 'alarm',
    label: 'Burglar alarm',
    comment: 'Both neighbours call. Was it a burglar?',
    values: { target: 'alarm' },
  },
  {
    id: 'naive-bayes',
    label: 'Naive Bayes',
    comment: 'One hidden node: nothing is factorised, and q is exact.',
    values: { target: 'naive-bayes' },
  },
  {
    id: 'chain',
    label: 'A chain that disagrees',
    comment: 'Dry at one end, wet at the other: q is far too certain where it changed.',
    values: { target: 'chain' },
  },
  {
    id: 'own',
    label: 'A network of your own',
    comment: 'Add nodes and arrows, fill in tables, click evidence.',
    values: { target: 'own' },
  },
] as const;
