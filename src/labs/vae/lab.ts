import type { Lab } from '../lab.ts';
import { card } from './card.ts';
import { parseVaeEdit, type VaeEdit } from './edits.ts';
import { GAP, GRADIENT, vaeLayers } from './layers.ts';
import { elbo, objectiveChosen } from './objective.ts';
import { vaeTable } from './settings.ts';
import type { VaeInspection, VaeQuery, VaeSnapshot } from './snapshot.ts';

export const vae: Lab<
  (typeof vaeTable)['settings'],
  VaeEdit,
  VaeSnapshot,
  VaeQuery,
  VaeInspection
> = {
  ...card,
  table: vaeTable,
  shippedPresets: [{ preset: 'shapes', seed: 0, steps: 1500 }],
  datum: 'observation',
  layers: vaeLayers,
  openedByLinks: [GAP, GRADIENT],
  objective: elbo,
  objectiveChosen,
  parseEdit: parseVaeEdit,
  // There is one probe: where it was before counts no more.
  withEdit: (_edits, edit) => [edit],
  outlivesModel: () => true,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainVaeSnapshot(snapshot, dataset),
};
