import type { Lab } from '../lab.ts';
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
  id: 'svae-lds',
  title: 'SVAE-LDS',
  summary:
    'A dot bounces along twelve noisy pixels. Watch a model find the rotating state behind it and predict the dot without input. Then turn an eigenvalue and change the frequency by hand.',
  table: svaeLdsTable,
  datum: 'step',
  layers: svaeLdsLayers,
  openedByLinks: [...EXPERIMENTS, TRACKING],
  parseEdit: parseSvaeLdsEdit,
  withEdit,
  outlivesModel: ({ kind }) => kind === 'setInputEnd',
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainSvaeLdsSnapshot(snapshot, dataset),
};
