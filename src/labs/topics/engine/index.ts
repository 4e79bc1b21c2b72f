import type { Documents } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { topics } from '../lab.ts';
import { makeTopicsData, readTopicsData } from './data.ts';
import { TopicsEngine } from './engine.ts';

export const engine: EngineOf<typeof topics, Documents> = {
  makeDataset: makeTopicsData,
  readDataset: readTopicsData,
  create: (request) => new TopicsEngine(request),
};
