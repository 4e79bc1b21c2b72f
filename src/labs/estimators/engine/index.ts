import { type NoRows, noRows } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { estimators } from '../lab.ts';
import { EstimatorsEngine } from './engine.ts';

export const engine: EngineOf<typeof estimators, NoRows> = {
  makeDataset: () => noRows('Gradient estimators'),
  create: (request) => new EstimatorsEngine(request),
};
