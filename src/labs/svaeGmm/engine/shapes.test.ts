import { expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { svaeGmmTable } from '../settings.ts';
import { findShapes } from './shapes.ts';

const SEEDS = [0, 1, 2, 3, 4];

/** For each seed. */
function counted(
  changed: Partial<ReturnType<typeof defaultValues<typeof svaeGmmTable.settings>>>,
  blobsToo: boolean,
) {
  const settings = { ...defaultValues(svaeGmmTable), ...changed };
  return SEEDS.map((seed) => findShapes(makePlanarDataset(settings, seed, null), blobsToo).count);
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
  for (const count of [...counted(changed, false), ...counted(changed, true)]) {
    expect(count).toBeGreaterThan(shapes * 0.85);
    expect(count).toBeLessThan(shapes * 1.35);
  }
});

it('counts blobs that overlap by their Gaussians, and leaves bent shapes as density has them', () => {
  const blobs = { dataset: 'blobs', blobs: 8 } as const;
  expect(counted(blobs, true)).toEqual([8, 8, 8, 8, 8]);
  expect(Math.min(...counted(blobs, false))).toBeLessThan(8);
  for (const bent of [{ dataset: 'moons' }, { dataset: 'rings' }, { arms: 5 }] as const)
    expect(counted(bent, true)).toEqual(counted(bent, false));
});

it('counts the same in any unit and place', () => {
  const data = makePlanarDataset(defaultValues(svaeGmmTable), 0, null);
  const [before, after] = [1, 1024].map((factor) =>
    findShapes({ ...data, values: data.values.map((value) => value * factor) }, false),
  );
  expect(after).toEqual(before);
});

it.each([
  ['one', 1],
  ['few', 9],
])('takes %s for one shape, and points on top of one another', (_, rows) => {
  const random = createRandom(3);
  const values = Float32Array.from({ length: 3 * rows }, () => random.normal());
  expect(findShapes({ values, rows, dimension: 3 }, true).count).toBe(1);
  const onOne = { values: new Float32Array(200), rows: 100, dimension: 2 };
  expect(findShapes(onOne, true).count).toBe(1);
});
