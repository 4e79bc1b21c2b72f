import { emArrays } from '../em/arrays.ts';
import type { ArrayTable } from '../shared/data/arrayTable.ts';
import { svaeGmmArrays } from '../svaeGmm/arrays.ts';
import { vaeArrays } from '../vae/arrays.ts';
import type { ModelName } from './snapshot.ts';

const under = (model: ModelName, table: ArrayTable): ArrayTable =>
  Object.fromEntries(Object.entries(table).map(([name, row]) => [`${model}.${name}`, row]));

/** The arrays of each model, those of the GMM under "gmm." and so on. */
export const compareArrays: ArrayTable = {
  ...under('gmm', emArrays),
  ...under('vae', vaeArrays),
  ...under('svae', svaeGmmArrays),
};
