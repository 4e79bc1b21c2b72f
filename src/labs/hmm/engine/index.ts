import type { Sequence } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { hmm } from '../lab.ts';
import { makeHmmDataset, readHmmDataset } from './data.ts';
import { HmmEngine } from './engine.ts';

export const engine: EngineOf<typeof hmm, Sequence> = {
  makeDataset: makeHmmDataset,
  readDataset: readHmmDataset,
  create: (request) => new HmmEngine(request),
};
