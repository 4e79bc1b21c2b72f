import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import type { EngineDefinition } from '../../engine.ts';
import { isInUse } from '../../shared/data/inUse.ts';
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
  metrics(engine, dataset) {
    const { experts, assignments, logLikelihood, falls } = engine.snapshot().snapshot;
    return {
      adjustedRandIndex: dataset.labels ? adjustedRandIndex(dataset.labels, assignments) : null,
      clustersUsed: experts.filter(isInUse).length,
      logLikelihood,
      heldOutLogLikelihood: engine instanceof ExpertsEngine ? engine.heldOutLogLikelihood() : null,
      elbo: engine.evaluate(),
      falls,
    };
  },
};
