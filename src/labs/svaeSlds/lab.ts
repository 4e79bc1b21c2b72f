import type { Lab } from '../lab.ts';
import { isInputEnd } from '../shared/data/inputEnd.ts';
import { card } from './card.ts';
import { parseSvaeSldsEdit, type SvaeSldsEdit, withEdit } from './edits.ts';
import { svaeSldsLayers } from './layers.ts';
import { svaeSldsTable } from './settings.ts';
import type { SvaeSldsInspection, SvaeSldsQuery, SvaeSldsSnapshot } from './snapshot.ts';

export const svaeSlds: Lab<
  (typeof svaeSldsTable)['settings'],
  SvaeSldsEdit,
  SvaeSldsSnapshot,
  SvaeSldsQuery,
  SvaeSldsInspection
> = {
  ...card,
  table: svaeSldsTable,
  datum: 'step',
  layers: svaeSldsLayers,
  parseEdit: parseSvaeSldsEdit,
  withEdit,
  outlivesModel: isInputEnd,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainSvaeSldsSnapshot(snapshot, dataset),
};
