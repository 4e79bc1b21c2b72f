import type { EngineDefinition } from '../../engine.ts';
import { parseExpertsEdit } from '../edits.ts';
import { expertsTable } from '../settings.ts';
import type { ExpertsInspection, ExpertsQuery, ExpertsSnapshot } from '../snapshot.ts';
import { makeExpertsDataset } from './data.ts';
import { ExpertsEngine } from './engine.ts';

export const mixtureOfExperts: EngineDefinition<
  (typeof expertsTable)['settings'],
  never,
  ExpertsSnapshot,
  ExpertsQuery,
  ExpertsInspection
> = {
  id: 'mixture-of-experts',
  table: expertsTable,
  startsTrained: false,
  parseEdit: parseExpertsEdit,
  makeDataset: makeExpertsDataset,
  create: (request) => new ExpertsEngine(request),
};
