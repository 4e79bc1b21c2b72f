import type { Lab } from '../lab.ts';
import { refusesEdits } from '../shared/data/editRefusal.ts';
import { card } from './card.ts';
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
  ...card,
  table: compareTable,
  datum: 'point',
  layers: compareLayers,
  parseEdit: refusesEdits('The models that are compared can be edited only in their own labs.'),
  withEdit: (edits) => edits,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainCompareSnapshot(snapshot, dataset),
};
