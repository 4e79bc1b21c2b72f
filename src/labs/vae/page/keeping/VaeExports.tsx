import { columnsCsv, pointsCsv } from '../../../../files/exportCsv.ts';
import {
  ExportSection,
  type PictureOffer,
  type TableOffer,
} from '../../../shared/keeping/ExportSection.tsx';
import type { VaeSnapshot } from '../../snapshot.ts';
import { latentColumns } from './latentColumns.ts';

const PICTURES: readonly PictureOffer[] = [
  { value: 'observations', label: 'Observations' },
  { value: 'latent-space', label: 'Latent space' },
  { value: 'bound', label: 'ELBO' },
  { value: 'forces', label: 'Reconstruction and KL' },
];

const TABLES: readonly TableOffer[] = [
  {
    label: 'Latents',
    tooltip: 'Mean and deviation of each posterior, its KL and its gain as CSV',
    csv: (snapshot, dataset) => columnsCsv(latentColumns(snapshot as VaeSnapshot, dataset)),
  },
  {
    label: 'Data',
    tooltip: 'Observations and reconstructions as CSV',
    csv: (snapshot, dataset) =>
      pointsCsv({ dataset, reconstructions: (snapshot as VaeSnapshot).reconstructions }),
  },
];

export default function VaeExports() {
  return <ExportSection pictures={PICTURES} tables={TABLES} />;
}
