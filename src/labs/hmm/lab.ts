import type { Lab } from '../lab.ts';
import { card } from './card.ts';
import { type HmmEdit, hmmEditFromOwn, parseHmmEdit, withHmmEdit } from './edits.ts';
import { hmmLayers } from './layers.ts';
import { hmmTable } from './settings.ts';
import type { HmmInspection, HmmQuery, HmmSnapshot } from './snapshot.ts';

/** Slow enough to see the means move: EM is done in a moment. */
const SPEED = 10;

export const hmm: Lab<
  (typeof hmmTable)['settings'],
  HmmEdit,
  HmmSnapshot,
  HmmQuery,
  HmmInspection
> = {
  ...card,
  table: hmmTable,
  datum: 'step',
  layers: hmmLayers,
  parseEdit: parseHmmEdit,
  editFromOwn: hmmEditFromOwn,
  withEdit: withHmmEdit,
  goesOnFromEdits: true,
  editsInWords: 'means moved by hand',
  startsTrained: false,
  firstSpeed: SPEED,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainHmmSnapshot(snapshot, dataset),
};
