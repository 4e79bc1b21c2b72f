import { columnsCsv, countedFromOne, inOwnUnits, observed } from '../../../files/exportCsv.ts';
import { entryIn } from '../../../store/view.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import type { CompareSnapshot, ModelName } from '../snapshot.ts';
import { type Measurements, measured } from './measuring/measurements.ts';
import { MODEL_TITLES, MODELS } from './names.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'observations', label: 'Observations' },
    ...MODELS.map((model) => ({ value: model, label: MODEL_TITLES[model] })),
    { value: 'figures', label: 'Figures' },
    { value: 'bounds', label: 'Bounds' },
  ],
  tables: [
    table<CompareSnapshot>(
      'Points',
      'Observations, clusters and reconstructions of all models as CSV',
      ({ gmm, vae, svae }, dataset) =>
        columnsCsv([
          ...observed(dataset),
          ...(dataset.labels ? [countedFromOne('label', dataset.labels)] : []),
          countedFromOne('GMM cluster', gmm.assignments),
          countedFromOne('SVAE cluster', svae.assignments),
          ...inOwnUnits(dataset, vae.reconstructions, 'VAE '),
          ...inOwnUnits(dataset, svae.reconstructions, 'SVAE '),
        ]),
    ),
    table(
      'Figures',
      'The table: bounds, log-likelihoods with their errors, Rand indices, times as CSV',
      (_snapshot, _dataset, run) => figuresCsv(entryIn(run, measured)),
    ),
    table<CompareSnapshot>(
      'Bounds',
      'The bounds of all models over the steps as CSV',
      ({ course }) =>
        columnsCsv([
          { name: 'step', values: course.step },
          ...MODELS.map((model) => ({ name: MODEL_TITLES[model], values: course[model] })),
        ]),
    ),
  ],
  boundOf: 'SVAE',
  smallPicture: ({ svae }: CompareSnapshot) => ({
    ...{ latents: svae.latents, dimension: svae.latentDimension },
    ...{ assignments: svae.assignments, clusters: svae.clusters },
  }),
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};

/**
 * The table of figures: a row for each model, nats per row of data, empty where a model has no such
 * figure. Where training goes on, log-likelihoods are measured one after the other, each at a step of
 * its own. Times are seconds since the page opened the model, all of them over "timed steps".
 *
 * @throws Error while not all of it is measured
 */
export function figuresCsv({ figures, likelihoods }: Measurements): string {
  const { gmm, vae, svae } = likelihoods;
  if (!figures || !gmm || !vae || !svae)
    throw new Error('The models are still being measured. Try again in a moment.');
  const likelihoodOf = { gmm, vae, svae };
  const { timing, evaluationData } = figures;
  const each = (name: string, value: (model: ModelName) => number | null) => ({
    name,
    values: MODELS.map((model) => value(model) ?? Number.NaN),
  });
  const all = (name: string, value: number) => each(name, () => value);
  return columnsCsv([
    { name: 'model', values: MODELS.map((model) => MODEL_TITLES[model]) },
    all('step', figures.step),
    each('ELBO', (model) => figures[model].bound),
    each(`${evaluationData.data} log-likelihood`, (model) => likelihoodOf[model].logLikelihood),
    each('standard error', (model) => likelihoodOf[model].standardError),
    each('measured at step', (model) => likelihoodOf[model].step),
    each('exact log-likelihood', (model) => likelihoodOf[model].exact),
    all('rows', evaluationData.rows),
    each('samples per row', (model) => likelihoodOf[model].samples),
    each('rows with few effective samples', (model) => likelihoodOf[model].poorRows),
    each('adjusted Rand index', (model) => figures[model].adjustedRandIndex),
    each('clusters', (model) => figures[model].clustersUsed),
    each('parameters', (model) => figures[model].parameterCount),
    each('seconds', (model) => (timing.steps > 0 ? timing[model] : null)),
    all('timed steps', timing.steps),
  ]);
}
