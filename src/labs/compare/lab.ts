import type { Lab } from '../lab.ts';
import { refusesEdits } from '../shared/data/editRefusal.ts';
import { compareLayers } from './layers.ts';
import { compareTable } from './settings.ts';
import type { CompareInspection, CompareQuery, CompareSnapshot } from './snapshot.ts';

export const compare: Lab<
  (typeof compareTable)['settings'],
  never,
  CompareSnapshot,
  CompareQuery,
  CompareInspection
> = {
  id: 'compare',
  title: 'GMM, VAE, SVAE',
  summary:
    'Train three models on the same points, side by side: the GMM finds pieces, the VAE a shape, the SVAE both. Then compare them on points they were not trained on.',
  table: compareTable,
  datum: 'point',
  layers: compareLayers,
  parseEdit: refusesEdits('The models that are compared can be edited only in their own labs.'),
  withEdit: (edits) => edits,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainCompareSnapshot(snapshot, dataset),
};
