import { expect, it } from 'vitest';
import { cloudX, cloudY } from '../plane/coordinates.ts';
import { ellipseOutline } from './outlines.ts';

it('is two deviations around the mean in every direction', () => {
  const cluster = {
    id: 3,
    weight: 1,
    count: 9,
    mean: [1, 7, -2],
    covariance: [4, 0, 1, 0, 9, 0, 1, 0, 2],
    removed: false,
  };
  const { cluster: id, cloud } = ellipseOutline(cluster, [0, 2]);
  expect(id).toBe(3);
  const det = 4 * 2 - 1;
  for (let i = 0; i < cloud.count; i++) {
    const [x, y] = [cloudX(cloud, i) - 1, cloudY(cloud, i) + 2];
    expect((2 * x * x - 2 * x * y + 4 * y * y) / det).toBeCloseTo(4, 4);
  }
});
