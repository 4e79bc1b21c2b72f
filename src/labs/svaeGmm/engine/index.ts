import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import type { EngineDefinition } from '../../engine.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { parseSvaeGmmEdit, type SvaeGmmEdit } from '../edits.ts';
import { svaeGmmTable } from '../settings.ts';
import type {
  IterationInspection,
  PointInspection,
  SvaeGmmQuery,
  SvaeGmmSnapshot,
} from '../snapshot.ts';
import { createSvaeGmmEngine } from './engine.ts';

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
  create: createSvaeGmmEngine,
  metrics(engine, dataset) {
    const elbo = engine.evaluate();
    const { snapshot } = engine.snapshot();
    const { clusters, assignments, reconstructions } = snapshot;
    let squared = 0;
    for (let i = 0; i < reconstructions.length; i++) {
      squared += (reconstructions[i] - dataset.values[i]) ** 2;
    }
    return {
      adjustedRandIndex: dataset.labels ? adjustedRandIndex(dataset.labels, assignments) : null,
      clustersUsed: clusters.filter(isInUse).length,
      elbo,
      reconstructionMse: (dataset.distance.scale ** 2 * squared) / reconstructions.length,
    };
  },
};
