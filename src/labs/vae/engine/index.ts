import type { EngineOf } from '../../lab.ts';
import type { vae } from '../lab.ts';
import { makeVaeDataset } from './data.ts';
import { VaeEngine } from './engine.ts';

export const engine: EngineOf<typeof vae> = {
  makeDataset: makeVaeDataset,
  create: (request) => new VaeEngine(request),
};
