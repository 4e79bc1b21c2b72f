import type { EngineDefinition } from '../../engine.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { parseCompareEdit } from '../edits.ts';
import { compareTable } from '../settings.ts';
import type { CompareInspection, CompareQuery, CompareSnapshot } from '../snapshot.ts';
import { CompareEngine } from './engine.ts';

export const compare: EngineDefinition<
  (typeof compareTable)['settings'],
  never,
  CompareSnapshot,
  CompareQuery,
  CompareInspection
> = {
  id: 'compare',
  table: compareTable,
  parseEdit: parseCompareEdit,
  makeDataset: makePlanarDataset,
  create: (request) => new CompareEngine(request),
};
