import { type NoRows, noRows } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { bounds } from '../lab.ts';
import { BoundsEngine } from './engine.ts';

export const engine: EngineOf<typeof bounds, NoRows> = {
  makeDataset: () => noRows('Importance-weighted bounds'),
  create: (request) => new BoundsEngine(request),
};
