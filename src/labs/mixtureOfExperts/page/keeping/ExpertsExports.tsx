import { courseTable } from '../../../shared/em/courseTable.ts';
import { sharingTable } from '../../../shared/em/sharingTable.ts';
import {
  ExportSection,
  type PictureOffer,
  type TableOffer,
} from '../../../shared/keeping/ExportSection.tsx';
import type { ExpertsSnapshot } from '../../snapshot.ts';
import { expertsTable } from './expertsTable.ts';

const PICTURES: readonly PictureOffer[] = [
  { value: 'observations', label: 'Observations' },
  { value: 'gate', label: 'Gate' },
  { value: 'responsibilities', label: 'Responsibilities' },
  { value: 'free-energy', label: 'ELBO' },
];

const TABLES: readonly TableOffer[] = [
  {
    label: 'Points',
    tooltip: 'Observations and the responsibility of each expert for them as CSV',
    csv: (snapshot, dataset) => sharingTable(snapshot as ExpertsSnapshot, dataset, 'expert'),
  },
  {
    label: 'Experts',
    tooltip: 'Coefficients, widths and gates as CSV, in the units of the data',
    csv: (snapshot, dataset) => expertsTable(snapshot as ExpertsSnapshot, dataset),
  },
  {
    label: 'ELBO',
    tooltip: 'Log-likelihood, ELBO and its parts after each half-step as CSV',
    csv: (snapshot) => courseTable(snapshot as ExpertsSnapshot),
  },
];

export default function ExpertsExports() {
  return <ExportSection pictures={PICTURES} tables={TABLES} hasBound={false} />;
}
