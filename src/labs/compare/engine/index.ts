import type { EngineDefinition } from '../../engine.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { parseCompareEdit } from '../edits.ts';
import { compareTable } from '../settings.ts';
import {
  type CompareInspection,
  type CompareQuery,
  type CompareSnapshot,
  type FiguresInspection,
  type LikelihoodInspection,
  MODEL_NAMES,
} from '../snapshot.ts';
import { CompareEngine } from './engine.ts';

/** Draws per row for the command line and the bench. */
const SAMPLES = 512;

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
  metrics(engine) {
    // The engine answers a query of a kind with an inspection of that kind.
    const figures = engine.inspect({ kind: 'figures' }) as FiguresInspection;
    const { yardstick, timing } = figures;
    const ofModels = MODEL_NAMES.map((model) => {
      const likelihood = engine.inspect({
        kind: 'likelihood',
        model,
        from: 0,
        rows: yardstick.rows,
        samples: SAMPLES,
      }) as LikelihoodInspection;
      const { logLikelihood, standardError, effectiveSamples, poorRows, exact } = likelihood;
      return [
        model,
        {
          ...figures[model],
          logLikelihood,
          standardError,
          effectiveSamples,
          poorRows,
          ...(exact === null ? {} : { exactLogLikelihood: exact }),
          seconds: timing[model],
        },
      ];
    });
    return {
      ...Object.fromEntries(ofModels),
      likelihoodOn: yardstick.data,
      importanceSamples: SAMPLES,
      elbo: engine.evaluate(),
    };
  },
};
