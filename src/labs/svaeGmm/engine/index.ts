import type { EngineDefinition } from '../../engine.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { parseSvaeGmmEdit, type SvaeGmmEdit } from '../edits.ts';
import { svaeGmmTable } from '../settings.ts';
import type {
  IterationInspection,
  PointInspection,
  SvaeGmmQuery,
  SvaeGmmSnapshot,
} from '../snapshot.ts';
import { SvaeGmmEngine } from './engine.ts';

export const svaeGmm: EngineDefinition<
  (typeof svaeGmmTable)['settings'],
  SvaeGmmEdit,
  SvaeGmmSnapshot,
  SvaeGmmQuery,
  PointInspection | IterationInspection
> = {
  id: 'svae-gmm',
  table: svaeGmmTable,
  parseEdit: parseSvaeGmmEdit,
  makeDataset: makePlanarDataset,
  create: (request) => new SvaeGmmEngine(request),
};
