import type { EngineDefinition } from '../../engine.ts';
import { parseVaeEdit, type VaeEdit } from '../edits.ts';
import { vaeTable } from '../settings.ts';
import type { VaeInspection, VaeQuery, VaeSnapshot } from '../snapshot.ts';
import { makeVaeDataset } from './data.ts';
import { VaeEngine } from './engine.ts';

export const vae: EngineDefinition<
  (typeof vaeTable)['settings'],
  VaeEdit,
  VaeSnapshot,
  VaeQuery,
  VaeInspection
> = {
  id: 'vae',
  table: vaeTable,
  parseEdit: parseVaeEdit,
  makeDataset: makeVaeDataset,
  create: (request) => new VaeEngine(request),
};
