import type { EngineOf } from '../../lab.ts';
import type { mixtureOfExperts } from '../lab.ts';
import { makeExpertsDataset } from './data.ts';
import { ExpertsEngine } from './engine.ts';

export const engine: EngineOf<typeof mixtureOfExperts> = {
  makeDataset: makeExpertsDataset,
  create: (request) => new ExpertsEngine(request),
};
