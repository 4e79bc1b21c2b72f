import { courseTable } from '../../../shared/em/courseTable.ts';
import { sharingTable } from '../../../shared/em/sharingTable.ts';
import {
  ExportSection,
  type PictureOffer,
  type TableOffer,
} from '../../../shared/keeping/ExportSection.tsx';
import type { EmSnapshot } from '../../snapshot.ts';
import { clustersTable } from './clustersTable.ts';

const PICTURES: readonly PictureOffer[] = [
  { value: 'observations', label: 'Observations' },
  { value: 'landscape', label: 'Landscape' },
  { value: 'free-energy', label: 'ELBO' },
  { value: 'responsibilities', label: 'Responsibilities' },
];

const TABLES: readonly TableOffer[] = [
  {
    label: 'Points',
    tooltip: 'Observations and the responsibility of each cluster for them as CSV',
    csv: (snapshot, dataset) => sharingTable(snapshot as EmSnapshot, dataset, 'cluster'),
  },
  {
    label: 'Clusters',
    tooltip: 'Weights, means and covariances as CSV',
    csv: (snapshot, dataset) => clustersTable(snapshot as EmSnapshot, dataset),
  },
  {
    label: 'ELBO',
    tooltip: 'Log-likelihood, ELBO and its parts after each half-step as CSV',
    csv: (snapshot) => courseTable(snapshot as EmSnapshot),
  },
];

export default function EmExports() {
  return <ExportSection pictures={PICTURES} tables={TABLES} hasBound={false} />;
}
