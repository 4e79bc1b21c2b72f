import type { EngineDefinition } from '../engine.ts';
import { makeVaeDataset } from './data.ts';
import { parseVaeEdit } from './edits.ts';
import { VaeEngine } from './engine.ts';
import { vaeTable } from './settings.ts';
import type { VaeInspection, VaeQuery, VaeSnapshot } from './snapshot.ts';

export const vae: EngineDefinition<
  (typeof vaeTable)['settings'],
  never,
  VaeSnapshot,
  VaeQuery,
  VaeInspection
> = {
  id: 'vae',
  table: vaeTable,
  parseEdit: parseVaeEdit,
  makeDataset: makeVaeDataset,
  create: (request) => new VaeEngine(request),
  metrics(engine, dataset) {
    const { reconstructions } = engine.snapshot().snapshot;
    let squared = 0;
    for (let i = 0; i < reconstructions.length; i++)
      squared += (reconstructions[i] - dataset.values[i]) ** 2;
    return {
      ...(engine instanceof VaeEngine ? engine.measure() : {}),
      elbo: engine.evaluate(),
      reconstructionMse: squared / reconstructions.length,
    };
  },
};
