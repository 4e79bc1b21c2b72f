import type { EngineOf } from '../../lab.ts';
import type { svaeLds } from '../lab.ts';
import { makeSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';

export const engine: EngineOf<typeof svaeLds> = {
  makeDataset: makeSvaeLdsDataset,
  create: (request) => new SvaeLdsEngine(request),
};
