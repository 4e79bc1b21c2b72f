import type { Dataset } from '../../../datasets/dataset.ts';
import type { EngineDefinition } from '../../engine.ts';
import { parseVaeEdit, type VaeEdit } from '../edits.ts';
import { vaeTable } from '../settings.ts';
import type { VaeInspection, VaeQuery, VaeSnapshot } from '../snapshot.ts';
import { makeVaeDataset } from './data.ts';
import { VaeEngine } from './engine.ts';

export const vae: EngineDefinition<
  (typeof vaeTable)['settings'],
  VaeEdit,
  VaeSnapshot,
  VaeQuery,
  VaeInspection
> = {
  id: 'vae',
  table: vaeTable,
  parseEdit: parseVaeEdit,
  makeDataset: makeVaeDataset,
  create: (request) => new VaeEngine(request),
  metrics(engine, dataset) {
    const { reconstructions } = engine.snapshot().snapshot;
    const mse = meanSquare(reconstructions, dataset.values);
    return {
      ...(engine instanceof VaeEngine ? engine.measure() : {}),
      elbo: engine.evaluate(),
      reconstructionMse: dataset.distance.scale ** 2 * mse,
      explainedVariance: 1 - mse / meanSquare(columnMeans(dataset), dataset.values),
    };
  },
};

/** Mean squared difference of two arrays; the first is repeated where it is shorter. */
function meanSquare(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i % a.length] - b[i]) ** 2;
  return sum / b.length;
}

/** D */
function columnMeans({ values, dimension, rows }: Dataset): Float64Array {
  const means = new Float64Array(dimension);
  values.forEach((value, i) => {
    means[i % dimension] += value / rows;
  });
  return means;
}
