import { type NoRows, noRows } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { divergences } from '../lab.ts';
import { DivergencesEngine } from './engine.ts';

export const engine: EngineOf<typeof divergences, NoRows> = {
  makeDataset: () => noRows('Divergences'),
  create: (request) => new DivergencesEngine(request),
};
