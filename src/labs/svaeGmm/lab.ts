import type { Lab } from '../lab.ts';
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
  id: 'svae-gmm',
  title: 'SVAE-GMM',
  summary:
    'No Gaussian fits a spiral arm. Watch a network bend the plane until each of five arms is one cluster. Then drag the clusters and see the data follow.',
  table: svaeGmmTable,
  datum: 'point',
  hasTour: true,
  layers: svaeGmmLayers,
  parseEdit: parseSvaeGmmEdit,
  withEdit,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainSvaeGmmSnapshot(snapshot, dataset),
};
