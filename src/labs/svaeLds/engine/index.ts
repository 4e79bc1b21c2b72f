import type { EngineDefinition } from '../../engine.ts';
import { parseSvaeLdsEdit, type SvaeLdsEdit } from '../edits.ts';
import { svaeLdsTable } from '../settings.ts';
import type { SvaeLdsInspection, SvaeLdsQuery, SvaeLdsSnapshot } from '../snapshot.ts';
import { makeSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';

export const svaeLds: EngineDefinition<
  (typeof svaeLdsTable)['settings'],
  SvaeLdsEdit,
  SvaeLdsSnapshot,
  SvaeLdsQuery,
  SvaeLdsInspection
> = {
  id: 'svae-lds',
  table: svaeLdsTable,
  parseEdit: parseSvaeLdsEdit,
  makeDataset: makeSvaeLdsDataset,
  create: (request) => new SvaeLdsEngine(request),
};
