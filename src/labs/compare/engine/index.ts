import type { EngineOf } from '../../lab.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import type { compare } from '../lab.ts';
import { CompareEngine } from './engine.ts';

export const engine: EngineOf<typeof compare> = {
  makeDataset: makePlanarDataset,
  create: (request) => new CompareEngine(request),
};
