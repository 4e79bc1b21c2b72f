import {
  ExportSection,
  type PictureOffer,
  type TableOffer,
} from '../../../shared/keeping/ExportSection.tsx';
import type { CompareSnapshot } from '../../snapshot.ts';
import { measurementStore } from '../measuring/measurements.ts';
import { boundsCsv, comparedPointsCsv, figuresCsv } from './compareTables.ts';

const PICTURES: readonly PictureOffer[] = [
  { value: 'observations', label: 'Observations' },
  { value: 'gmm', label: 'GMM' },
  { value: 'vae', label: 'VAE' },
  { value: 'svae', label: 'SVAE' },
  { value: 'figures', label: 'Figures' },
  { value: 'bounds', label: 'Bounds' },
];

const TABLES: readonly TableOffer[] = [
  {
    label: 'Points',
    tooltip: 'Observations, clusters and reconstructions of all models as CSV',
    csv: (snapshot, dataset) => comparedPointsCsv(snapshot as CompareSnapshot, dataset),
  },
  {
    label: 'Figures',
    tooltip: 'The table: bounds, log-likelihoods with their errors, Rand indices, times as CSV',
    csv: () => figuresCsv(measurementStore.getState()),
  },
  {
    label: 'Bounds',
    tooltip: 'The bounds of all models over the steps as CSV',
    csv: (snapshot) => boundsCsv(snapshot as CompareSnapshot),
  },
];

export default function CompareExports() {
  return <ExportSection pictures={PICTURES} tables={TABLES} boundOf="SVAE" />;
}
