import { columnsCsv, countedFromOne, numbered, pointsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { correlationsOf } from '../correlations.ts';
import type { VaeSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'observations', label: 'Observations' },
    { value: 'latent-space', label: 'Latent space' },
    { value: 'bound', label: 'ELBO' },
    { value: 'forces', label: 'Reconstruction and KL' },
    { value: 'gap', label: 'Gap of an observation' },
    { value: 'gradient', label: 'Gradient of the encoder' },
  ],
  tables: [
    table<VaeSnapshot>(
      'Latents',
      'Mean and deviation of each posterior, its KL and its gain as CSV',
      (snapshot, { labels }) => {
        const { latents, deviations, latentDimension, rowKl, rowGain } = snapshot;
        return columnsCsv([
          ...(labels ? [countedFromOne('label', labels)] : []),
          ...numbered('mean', latents, latentDimension),
          ...numbered('deviation', deviations, latentDimension),
          ...correlationColumns(snapshot),
          { name: 'KL', values: rowKl },
          { name: 'gain', values: rowGain },
        ]);
      },
    ),
    table<VaeSnapshot>('Data', 'Observations and reconstructions as CSV', (snapshot, dataset) =>
      pointsCsv({ dataset, reconstructions: snapshot.reconstructions }),
    ),
  ],
  smallPicture: ({ rows, latents, latentDimension }: VaeSnapshot, { labels }) => ({
    ...{ latents, dimension: latentDimension },
    assignments: labels ?? new Int32Array(rows),
    clusters: [priorOf(latentDimension)],
  }),
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};

/** A column for each pair of latent dimensions, where posteriors may be correlated. */
function correlationColumns(snapshot: VaeSnapshot) {
  return Array.from({ length: snapshot.latentDimension }, (_, j) =>
    Array.from({ length: j }, (_, i) => {
      const values = correlationsOf(snapshot, [i, j]);
      return values ? [{ name: `correlation ${i + 1} ${j + 1}`, values }] : [];
    }),
  ).flat(2);
}

/** The standard normal prior, drawn as clusters are. */
const priorOf = (d: number) => ({
  ...{ id: 7, weight: 1, count: 1, removed: false },
  mean: Array.from({ length: d }, () => 0),
  covariance: Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? 1 : 0)),
});
