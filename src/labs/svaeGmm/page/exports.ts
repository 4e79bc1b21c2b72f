import { pointsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import type { SvaeGmmSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'data-space', label: 'Data space' },
    { value: 'latent-space', label: 'Latent space' },
    { value: 'bound', label: 'ELBO' },
    { value: 'weights', label: 'Cluster weights' },
  ],
  tables: [
    table<SvaeGmmSnapshot>(
      'Points',
      'Observations, clusters, latents and reconstructions as CSV',
      ({ latents, latentDimension, assignments, confidence, reconstructions }, dataset) =>
        pointsCsv({
          ...{ dataset, latents, latentDimension },
          ...{ assignments, confidence, reconstructions },
        }),
    ),
  ],
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
  smallPicture: ({ latents, latentDimension, assignments, clusters }: SvaeGmmSnapshot) => ({
    ...{ latents, dimension: latentDimension, assignments, clusters },
  }),
};
