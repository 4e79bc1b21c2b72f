import type { Lab, OfKind } from '../lab.ts';
import { refusesEdits } from '../shared/data/editRefusal.ts';
import { plain } from '../shared/data/plain.ts';
import { card } from './card.ts';
import { boundsLayers } from './layers.ts';
import { boundsTable } from './settings.ts';
import type { BoundsSnapshot } from './snapshot.ts';

/** Slow enough to see one set of draws after the other. */
const SPEED = 10;

export const bounds: Lab<(typeof boundsTable)['settings'], never, BoundsSnapshot, OfKind, OfKind> =
  {
    ...card,
    table: boundsTable,
    datum: 'observation',
    layers: boundsLayers,
    parseEdit: refusesEdits('Importance-weighted bounds cannot be edited: q and x are settings.'),
    withEdit: (edits) => edits,
    startsTrained: false,
    firstSpeed: SPEED,
    objective: { name: 'Bound', unit: 'nats', direction: 'up', parts: [] },
    plainSnapshot: async (snapshot) => plain(snapshot),
  };
