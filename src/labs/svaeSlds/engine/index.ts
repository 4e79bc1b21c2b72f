import type { Sequence } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { svaeSlds } from '../lab.ts';
import { makeSvaeSldsDataset } from './data.ts';
import { SvaeSldsEngine } from './engine.ts';

export const engine: EngineOf<typeof svaeSlds, Sequence> = {
  makeDataset: makeSvaeSldsDataset,
  create: (request) => new SvaeSldsEngine(request),
};
