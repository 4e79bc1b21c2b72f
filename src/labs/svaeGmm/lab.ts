import type { Lab } from '../lab.ts';
import { card } from './card.ts';
import { parseSvaeGmmEdit, type SvaeGmmEdit, withEdit } from './edits.ts';
import { svaeGmmLayers } from './layers.ts';
import { svaeGmmTable } from './settings.ts';
import type { SvaeGmmInspection, SvaeGmmQuery, SvaeGmmSnapshot } from './snapshot.ts';

export const svaeGmm: Lab<
  (typeof svaeGmmTable)['settings'],
  SvaeGmmEdit,
  SvaeGmmSnapshot,
  SvaeGmmQuery,
  SvaeGmmInspection
> = {
  ...card,
  table: svaeGmmTable,
  datum: 'point',
  layers: svaeGmmLayers,
  parseEdit: parseSvaeGmmEdit,
  withEdit,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainSvaeGmmSnapshot(snapshot, dataset),
};
