import {
  ExportSection,
  type PictureOffer,
  type TableOffer,
} from '../../../shared/keeping/ExportSection.tsx';
import { seriesTable, transitionTable } from './ldsTables.ts';

const PICTURES: readonly PictureOffer[] = [
  { value: 'observations', label: 'Observations' },
  { value: 'prediction', label: 'Prediction' },
  { value: 'latents', label: 'Latent trajectories' },
  { value: 'transition', label: 'Transition matrix' },
  { value: 'eigenvalues', label: 'Eigenvalues' },
  { value: 'bound', label: 'ELBO' },
];

const TABLES: readonly TableOffer[] = [
  {
    label: 'Series',
    tooltip: 'The steps shown: observations, prediction and latents as CSV',
    csv: seriesTable,
  },
  {
    label: 'Matrix',
    tooltip: 'Transition matrix with edits as CSV',
    csv: transitionTable,
  },
];

export default function LdsExports() {
  return <ExportSection pictures={PICTURES} tables={TABLES} />;
}
