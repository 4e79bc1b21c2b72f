import type { Lab } from '../lab.ts';
import { plain } from '../shared/data/plain.ts';
import { card } from './card.ts';
import { type EstimatorsEdit, parseEstimatorsEdit, withEstimatorsEdit } from './edits.ts';
import { estimatorsLayers } from './layers.ts';

import { estimatorsTable } from './settings.ts';
import type { EstimatorsAnswer, EstimatorsQuery, EstimatorsSnapshot } from './snapshot.ts';

/** Slow enough to see one set of draws after the other. */
const SPEED = 10;

export const estimators: Lab<
  (typeof estimatorsTable)['settings'],
  EstimatorsEdit,
  EstimatorsSnapshot,
  EstimatorsQuery,
  EstimatorsAnswer
> = {
  ...card,
  table: estimatorsTable,
  datum: 'distribution',
  layers: estimatorsLayers,
  parseEdit: parseEstimatorsEdit,
  withEdit: withEstimatorsEdit,
  outlivesModel: () => true,
  goesOnFromEdits: true,
  startsTrained: false,
  firstSpeed: SPEED,
  objective: { name: 'E f', unit: '', direction: 'up', parts: [] },
  headline: ({ part }, { objective }) => ({
    // Of a race the average over all racers.
    name: part === 'race' ? 'Average E f' : 'Mean of f',
    value: objective?.total ?? null,
  }),
  plainSnapshot: async (snapshot) => plain(snapshot),
};
