import type { Lab } from '../lab.ts';
import { refusesEdits } from '../shared/data/editRefusal.ts';
import { card } from './card.ts';
import { expertsLayers } from './layers.ts';
import { expertsTable } from './settings.ts';
import type { ExpertsInspection, ExpertsQuery, ExpertsSnapshot } from './snapshot.ts';

/** Slow enough to see the lines move: EM is done in a moment. */
const SPEED = 10;

export const mixtureOfExperts: Lab<
  (typeof expertsTable)['settings'],
  never,
  ExpertsSnapshot,
  ExpertsQuery,
  ExpertsInspection
> = {
  ...card,
  table: expertsTable,
  datum: 'point',
  layers: expertsLayers,
  parseEdit: refusesEdits('Experts cannot be edited.'),
  withEdit: (edits) => edits,
  startsTrained: false,
  firstSpeed: SPEED,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainExpertsSnapshot(snapshot, dataset),
};
