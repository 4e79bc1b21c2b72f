/** Figures of all three models are those of the data in their own units. */
import { beforeAll, expect, it } from 'vitest';
import type { OwnData } from '../../../datasets/ownData.ts';
import { createRandom } from '../../../math/random.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { plainCompareSnapshot } from '../plain.ts';
import { type CompareSettings, compareTable } from '../settings.ts';
import {
  type FiguresInspection,
  type LikelihoodInspection,
  MODEL_NAMES,
  type ModelName,
} from '../snapshot.ts';
import { CompareEngine } from './engine.ts';

beforeAll(async () => {
  await activateBackend('cpu');
});

/** Points in metres, or in millimetres. */
function points(unit: number): OwnData {
  const random = createRandom(5);
  const metres = Array.from({ length: 80 }, (_, at) => 3 + (at % 2) + random.normal());
  const values = Float64Array.from(metres, (value) => value / unit);
  return { name: 'points', rows: 40, columns: ['x', 'y'], values, labels: null };
}

function trained(unit: number, standardise: boolean) {
  const settings: CompareSettings = {
    ...(defaultValues(compareTable) as CompareSettings),
    dataset: 'own',
    standardise,
    hiddenUnits: 5,
    clusters: 3,
    mixtureClusters: 2,
  };
  const dataset = makePlanarDataset(settings, 1, points(unit));
  const engine = new CompareEngine({ settings, dataset, seed: 1 });
  for (let step = 0; step < 3; step++) engine.train();
  return { engine, dataset };
}

it.each([false, true])('follow the unit of the data, standardised %s', (standardise) => {
  const runs = [1, 0.001].map((unit) => trained(unit, standardise));
  const [metres, millimetres] = runs.map(
    ({ engine }) => engine.inspect({ kind: 'figures' }) as FiguresInspection,
  );
  const likelihoodOf = (model: ModelName) =>
    runs.map(({ engine }) => {
      const query = { kind: 'likelihood', model, from: 0, rows: 10, samples: 16 } as const;
      return (engine.inspect(query) as LikelihoodInspection).logLikelihood;
    });
  for (const model of MODEL_NAMES) {
    // A density per square millimetre is a millionth of that per square metre.
    const lost = metres[model].bound - millimetres[model].bound;
    expect(lost).toBeCloseTo(2 * Math.log(1000), 2);
    const [one, other] = likelihoodOf(model);
    expect(one - other).toBeCloseTo(2 * Math.log(1000), 2);
  }
  const [inMetres, inMillimetres] = runs.map(({ engine, dataset }) =>
    plainCompareSnapshot(engine.snapshot(), dataset),
  );
  expect(inMillimetres.data[3][0]).toBe(inMetres.data[3][0] / 0.001);
  for (const model of ['vae', 'svae'] as const) {
    const ratio =
      inMillimetres[model].reconstructions[3][0] / inMetres[model].reconstructions[3][0];
    expect(ratio / 1000).toBeCloseTo(1, 3);
  }
  for (const { engine } of runs) engine.dispose();
});
