import { pointsCsv } from '../../../../files/exportCsv.ts';
import {
  ExportSection,
  type PictureOffer,
  type TableOffer,
} from '../../../shared/keeping/ExportSection.tsx';
import type { SvaeGmmSnapshot } from '../../snapshot.ts';

const PICTURES: readonly PictureOffer[] = [
  { value: 'data-space', label: 'Data space' },
  { value: 'latent-space', label: 'Latent space' },
  { value: 'bound', label: 'ELBO' },
  { value: 'weights', label: 'Cluster weights' },
];

const TABLES: readonly TableOffer[] = [
  {
    label: 'Points',
    tooltip: 'Observations, clusters, latents and reconstructions as CSV',
    csv(snapshot, dataset) {
      const { latents, latentDimension, assignments, confidence, reconstructions } =
        snapshot as SvaeGmmSnapshot;
      const model = { latents, latentDimension, assignments, confidence, reconstructions };
      return pointsCsv({ dataset, ...model });
    },
  },
];

export default function GmmExports() {
  return <ExportSection pictures={PICTURES} tables={TABLES} />;
}
