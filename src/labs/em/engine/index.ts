import type { EngineOf } from '../../lab.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import type { em } from '../lab.ts';
import { EmEngine } from './engine.ts';

export const engine: EngineOf<typeof em> = {
  makeDataset: makePlanarDataset,
  create: (request) => new EmEngine(request),
};
