/** What can be approximated. Each row is an option of a setting, a preset, and a choice above the stage. */

export const planeTargets = [
  {
    value: 'gaussian',
    short: 'Gaussian',
    label: 'Correlated Gaussian',
    dial: 'correlation',
    comment: 'q finds the mean, and its factors are too narrow: 1/Λ, not Σ.',
  },
  {
    value: 'normal',
    short: 'Normal',
    label: 'Normal, unknown mean and precision',
    comment: 'A curved posterior with an exact answer. Drag the observations below it.',
    dial: null,
  },
  {
    value: 'banana',
    short: 'Banana',
    label: 'Banana',
    dial: 'bend',
    comment: 'q fits the middle of the banana and misses both ends.',
  },
  {
    value: 'two-modes',
    short: 'Two modes',
    label: 'Two modes',
    dial: 'separation',
    comment: 'q covers one mode only. Which one depends on where it starts.',
  },
  {
    value: 'drawn',
    short: 'Drawn',
    label: 'Drawn by hand',
    dial: 'brush',
    comment: 'Press Draw and paint a posterior of your own.',
  },
] as const;

export const networkTargets = [
  {
    value: 'sprinkler',
    short: 'Sprinkler',
    label: 'Sprinkler',
    comment: 'A hard zero gives q two fixed points. Update rain first to find the better one.',
  },
  {
    value: 'leak',
    short: 'Leak',
    label: 'Sprinkler with a leak',
    comment: 'Grass is wet without a cause in 5 % of cases: one fixed point is left.',
  },
  {
    value: 'spins',
    short: 'Spins',
    label: 'Two spins',
    comment: 'Above coupling 1 the symmetric q is no maximum any more.',
    start: 'random',
  },
  {
    value: 'alarm',
    short: 'Alarm',
    label: 'Burglar alarm',
    comment: 'Both neighbours call. Was it a burglar?',
  },
  {
    value: 'naive-bayes',
    short: 'Naive Bayes',
    label: 'Naive Bayes',
    comment: 'One hidden node: nothing is factorised, and q is exact.',
  },
  {
    value: 'chain',
    short: 'Chain',
    label: 'A chain that disagrees',
    comment: 'Dry at one end, wet at the other: q is far too certain where it changed.',
  },
  {
    value: 'own',
    short: 'Own',
    label: 'A network of your own',
    comment: 'Add nodes and arrows, fill in tables, click evidence.',
  },
] as const;

export type PlaneTargetName = (typeof planeTargets)[number]['value'];
export type NetworkTarget = (typeof networkTargets)[number]['value'];

export const networkNames: readonly NetworkTarget[] = networkTargets.map(({ value }) => value);

export const isNetwork = (target: string): target is NetworkTarget =>
  (networkNames as readonly string[]).includes(target);

/** What a target is chosen with, where that is not the default. */
export const startOf = (target: string): 'uniform' | 'random' => {
  const row = networkTargets.find(({ value }) => value === target);
  return row && 'start' in row ? row.start : 'uniform';
};
