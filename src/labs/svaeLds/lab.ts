import type { Lab } from '../lab.ts';
import { isInputEnd } from '../shared/data/inputEnd.ts';
import { card } from './card.ts';
import { parseSvaeLdsEdit, type SvaeLdsEdit, withEdit } from './edits.ts';
import { EXPERIMENTS, svaeLdsLayers, TRACKING } from './layers.ts';
import { svaeLdsTable } from './settings.ts';
import type { SvaeLdsInspection, SvaeLdsQuery, SvaeLdsSnapshot } from './snapshot.ts';

export const svaeLds: Lab<
  (typeof svaeLdsTable)['settings'],
  SvaeLdsEdit,
  SvaeLdsSnapshot,
  SvaeLdsQuery,
  SvaeLdsInspection
> = {
  ...card,
  table: svaeLdsTable,
  datum: 'step',
  layers: svaeLdsLayers,
  openedByLinks: [...EXPERIMENTS, TRACKING],
  parseEdit: parseSvaeLdsEdit,
  withEdit,
  outlivesModel: isInputEnd,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainSvaeLdsSnapshot(snapshot, dataset),
};
