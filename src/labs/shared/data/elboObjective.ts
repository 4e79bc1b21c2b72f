import type { Objective, ObjectivePart } from '../../../plots/chart/objective.ts';

export type ElboPart = 'reconstruction' | 'localKl' | 'globalKl';

const PARTS: readonly (ObjectivePart & { readonly key: ElboPart })[] = [
  { key: 'reconstruction', name: 'reconstruction', sign: 1 },
  { key: 'localKl', name: 'local KL', sign: -1 },
  { key: 'globalKl', name: 'global KL', sign: -1 },
];

/** The ELBO as a chart draws it: total = reconstruction - local KL - global KL, where a lab has all three. */
export const elboObjective = (
  datum: string,
  keys: readonly ElboPart[] = ['reconstruction', 'localKl', 'globalKl'],
): Objective => ({
  name: 'ELBO',
  unit: `nats per ${datum}`,
  direction: 'up',
  parts: PARTS.filter(({ key }) => keys.includes(key)),
});
