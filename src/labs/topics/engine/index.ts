import type { Documents } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { topics } from '../lab.ts';
import { makeTopicsData } from './data.ts';
import { TopicsEngine } from './engine.ts';

export const engine: EngineOf<typeof topics, Documents> = {
  makeDataset: makeTopicsData,
  create: (request) => new TopicsEngine(request),
};
