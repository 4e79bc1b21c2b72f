import type { Lab } from '../lab.ts';
import {
  type DivergencesEdit,
  isAboutTarget,
  parseDivergencesEdit,
  withDivergencesEdit,
} from './edits.ts';
import { divergencesLayers } from './layers.ts';
import { plainDivergencesSnapshot } from './plain.ts';
import { divergencesTable } from './settings.ts';
import type { DivergencesAnswer, DivergencesQuery, DivergencesSnapshot } from './snapshot.ts';

/** Slow enough to watch both fits move. */
const SPEED = 30;

export const divergences: Lab<
  (typeof divergencesTable)['settings'],
  DivergencesEdit,
  DivergencesSnapshot,
  DivergencesQuery,
  DivergencesAnswer
> = {
  id: 'divergences',
  title: 'Divergences',
  summary:
    'Two densities, and how far apart they are. Drag p and q, see both KL divergences as areas, and let q fit p in both directions at once: one covers, the other chooses.',
  table: divergencesTable,
  datum: 'density',
  layers: divergencesLayers,
  hasTour: true,
  parseEdit: parseDivergencesEdit,
  withEdit: withDivergencesEdit,
  outlivesModel: isAboutTarget,
  goesOnFromEdits: true,
  editsInWords: 'a q placed by hand',
  startsTrained: false,
  usesBackend: false,
  firstSpeed: SPEED,
  objective: { name: 'Divergence', unit: 'nats', direction: 'down', parts: [] },
  headline: ({ part }, { objective }) => ({
    name: part === 'jensen' ? 'Gap' : 'Divergence',
    value: objective?.total ?? null,
  }),
  plainSnapshot: async (snapshot) => plainDivergencesSnapshot(snapshot),
};
