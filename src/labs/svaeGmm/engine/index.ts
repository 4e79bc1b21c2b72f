import type { EngineOf } from '../../lab.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import type { svaeGmm } from '../lab.ts';
import { SvaeGmmEngine } from './engine.ts';

export const engine: EngineOf<typeof svaeGmm> = {
  makeDataset: makePlanarDataset,
  create: (request) => new SvaeGmmEngine(request),
};
