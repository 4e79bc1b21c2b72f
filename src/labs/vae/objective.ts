/** What a VAE is trained for: the ELBO, or the importance-weighted bound (notes 9.6.4; Burda et al. 2016). */
import type { Objective } from '../../plots/chart/objective.ts';
import { elboObjective } from '../shared/data/elboObjective.ts';
import type { VaeSettings } from './settings.ts';

// There are no global parameters, and so no KL of theirs.
export const elbo = elboObjective('observation', ['reconstruction', 'localKl']);

export const isImportanceWeighted = ({ objective }: Pick<VaeSettings, 'objective'>): boolean =>
  objective !== 'elbo';

/** The weight of the KL in the objective: the importance-weighted bound does not contain beta. */
export const betaOf = (settings: Pick<VaeSettings, 'objective' | 'klWeight'>): number =>
  isImportanceWeighted(settings) ? 1 : settings.klWeight;

/** Each number of samples has a bound of its own, and a name: no curve goes on from one to the other. */
export const iwaeKey = (samples: number): `iwae${number}` => `iwae${samples}`;

/** The importance-weighted bound, with the ELBO next to it; null for the ELBO. */
export function objectiveChosen(
  settings: Pick<VaeSettings, 'objective' | 'importanceSamples'>,
): Objective | null {
  if (!isImportanceWeighted(settings)) return null;
  const { importanceSamples: K } = settings;
  const { name, unit, direction } = elbo;
  return {
    key: iwaeKey(K),
    name: `IWAE bound, K = ${K}`,
    shortName: `IWAE, K = ${K}`,
    unit,
    direction,
    parts: [{ key: 'total', name, sign: 0 }],
  };
}
