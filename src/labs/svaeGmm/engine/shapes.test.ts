import { expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { svaeGmmTable } from '../settings.ts';
import { countShapes } from './shapes.ts';

const SEEDS = [0, 1, 2, 3, 4];

/** For each seed. */
function counted(changed: Partial<ReturnType<typeof defaultValues<typeof svaeGmmTable.settings>>>) {
  const settings = { ...defaultValues(svaeGmmTable), ...changed };
  return SEEDS.map((seed) => countShapes(makePlanarDataset(settings, seed, null)));
}

it.each([
  ['moons', { dataset: 'moons' }, 2],
  ['large moons', { dataset: 'moons', pointsPerArm: 1500 }, 2],
  ['rings', { dataset: 'rings' }, 2],
  ['two arms', { arms: 2 }, 2],
  ['five arms', {}, 5],
  ['ten arms', { arms: 10 }, 10],
  ['seven blobs', { dataset: 'blobs', blobs: 7 }, 7],
] as const)('counts about as many shapes as there are: %s', (_, changed, shapes) => {
  for (const count of counted(changed)) {
    expect(count).toBeGreaterThan(shapes * 0.85);
    expect(count).toBeLessThan(shapes * 1.35);
  }
});

it('counts the same in any unit and place', () => {
  const data = makePlanarDataset(defaultValues(svaeGmmTable), 0, null);
  const [before, after] = [1, 1024].map((factor) =>
    countShapes({ ...data, values: data.values.map((value) => value * factor) }),
  );
  expect(after).toBe(before);
});

it.each([
  ['one', 1],
  ['few', 9],
])('takes %s for one shape, and points on top of one another', (_, rows) => {
  const random = createRandom(3);
  const values = Float32Array.from({ length: 3 * rows }, () => random.normal());
  expect(countShapes({ values, rows, dimension: 3 })).toBe(1);
  expect(countShapes({ values: new Float32Array(200), rows: 100, dimension: 2 })).toBe(1);
});
