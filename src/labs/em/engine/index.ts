import type { EngineDefinition } from '../../engine.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { type EmEdit, parseEmEdit } from '../edits.ts';
import { type EmId, emTable } from '../settings.ts';
import type { EmInspection, EmQuery, EmSnapshot } from '../snapshot.ts';
import { EmEngine } from './engine.ts';

/** EM for mixtures under the name of one of its algorithms, or as the lab of all of them. */
function defineEm(
  id: EmId,
): EngineDefinition<
  ReturnType<typeof emTable>['settings'],
  EmEdit,
  EmSnapshot,
  EmQuery,
  EmInspection
> {
  return {
    id,
    table: emTable(id),
    startsTrained: false,
    parseEdit: parseEmEdit,
    makeDataset: makePlanarDataset,
    create: (request) => new EmEngine(request),
  };
}

export const em = defineEm('em');
export const kMeans = defineEm('k-means');
export const gaussianMixture = defineEm('gmm');
export const bayesianMixture = defineEm('bayesian-gmm');
