import type { Lab } from '../lab.ts';
import { emLayers } from '../shared/data/emLayers.ts';
import { card } from './card.ts';
import { type EmEdit, emEditFromOwn, parseEmEdit, withEmEdit } from './edits.ts';
import { emTable } from './settings.ts';
import type { EmInspection, EmQuery, EmSnapshot } from './snapshot.ts';

type Settings = ReturnType<typeof emTable>['settings'];

/** Slow enough to see the means move: EM is done in a moment. */
const SPEED = 10;

export const em: Lab<Settings, EmEdit, EmSnapshot, EmQuery, EmInspection> = {
  ...card,
  table: emTable('em'),
  variants: (['k-means', 'gmm', 'bayesian-gmm'] as const).map((id) => ({ id, table: emTable(id) })),
  datum: 'point',
  layers: emLayers,
  parseEdit: parseEmEdit,
  editFromOwn: emEditFromOwn,
  withEdit: withEmEdit,
  goesOnFromEdits: true,
  editsInWords: 'means moved by hand',
  startsTrained: false,
  firstSpeed: SPEED,
  headline: ({ algorithm }, { snapshot, objective }) =>
    algorithm === 'k-means'
      ? { name: 'Distortion', value: snapshot?.distortion ?? null }
      : { name: 'ELBO', value: objective?.total ?? null },
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainEmSnapshot(snapshot, dataset),
};
