import { columnsCsv, countedFromOne, numbered, pointsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
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
      ({ latents, deviations, latentDimension, rowKl, rowGain }, { labels }) =>
        columnsCsv([
          ...(labels ? [countedFromOne('label', labels)] : []),
          ...numbered('mean', latents, latentDimension),
          ...numbered('deviation', deviations, latentDimension),
          { name: 'KL', values: rowKl },
          { name: 'gain', values: rowGain },
        ]),
    ),
    table<VaeSnapshot>('Data', 'Observations and reconstructions as CSV', (snapshot, dataset) =>
      pointsCsv({ dataset, reconstructions: snapshot.reconstructions }),
    ),
  ],
};
