/** What the lab shows, as CSV text. */
import { columnsCsv, countedFromOne, inUserUnits } from '../../../files/exportCsv.ts';
import type { CompareSnapshot } from '../../../models/compare/snapshot.ts';
import type { Dataset } from '../../../models/engine.ts';

/** A row for each observation, with what each model makes of it, in the data's units. */
export function comparedPointsCsv({ gmm, vae, svae }: CompareSnapshot, dataset: Dataset): string {
  return columnsCsv([
    ...inUserUnits(dataset, dataset.values, ''),
    ...(dataset.labels ? [countedFromOne('label', dataset.labels)] : []),
    countedFromOne('GMM cluster', gmm.assignments),
    countedFromOne('SVAE cluster', svae.assignments),
    ...inUserUnits(dataset, vae.reconstructions, 'VAE '),
    ...inUserUnits(dataset, svae.reconstructions, 'SVAE '),
  ]);
}

/** The bounds over the steps, as the chart draws them. */
export function boundsCsv({ course }: CompareSnapshot): string {
  return columnsCsv([
    { name: 'step', values: course.step },
    { name: 'GMM', values: course.gmm },
    { name: 'VAE', values: course.vae },
    { name: 'SVAE', values: course.svae },
  ]);
}
