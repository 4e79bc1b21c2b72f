import type { Sequence } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { svaeLds } from '../lab.ts';
import { makeSvaeLdsDataset, readSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';

export const engine: EngineOf<typeof svaeLds, Sequence> = {
  makeDataset: makeSvaeLdsDataset,
  readDataset: readSvaeLdsDataset,
  create: (request) => new SvaeLdsEngine(request),
};
