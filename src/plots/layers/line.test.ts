import { expect, it } from 'vitest';
import { cloudOf } from '../plane/coordinates.ts';
import { fitDomain } from '../plane/domain.ts';
import { cloudExtent } from '../plane/extent.ts';
import { latentExtent } from './latentExtent.ts';
import { onRows, scattered } from './line.ts';

const cluster = (id: number, mean: number, variance: number, count = 10) => ({
  id,
  weight: 0.25,
  count,
  mean: [mean],
  covariance: [variance],
  removed: false,
});
const latents = Float32Array.from({ length: 200 }, (_, n) => 20 * Math.sin(n));
const clusters = [cluster(0, -12, 9), cluster(1, 3, 4), cluster(2, 3, 4), cluster(3, 0, 400, 0)];

it('gives each cluster a row that its points stay in', () => {
  const rows = onRows(latents, clusters);
  const owners = Array.from(latents, (_, n) => n % 4);
  const points = rows.spread(latents, owners);
  const ys = rows.clusters.map(({ mean }) => mean[1]);
  expect(ys).toEqual([...ys].sort((a, b) => b - a));
  const pitch = ys[0] - ys[1];
  for (let n = 0; n < latents.length; n++) {
    expect(points[2 * n]).toBe(latents[n]);
    expect(Math.abs(points[2 * n + 1] - ys[owners[n]])).toBeLessThan(pitch / 2);
  }
  expect(rows.clusters.map(({ mean, covariance }) => [mean[0], covariance[0]])).toEqual(
    clusters.map(({ mean, covariance }) => [mean[0], covariance[0]]),
  );
});

it('does not change how wide the plot has to be', () => {
  const rows = onRows(latents, clusters);
  const points = rows.spread(latents, new Int32Array(latents.length));
  const line = latentExtent(cloudOf(latents, 1), clusters, [0, 1]);
  const plane = latentExtent(cloudOf(points, 2), rows.clusters, [0, 1]);
  if (!line || !plane) throw new Error('There is something to show.');
  expect(fitDomain(plane).half).toBe(fitDomain(line).half);
});

it('scatters evenly to both sides', () => {
  const extent = cloudExtent(
    cloudOf(
      scattered(new Float32Array(50), () => 5, 2),
      2,
    ),
  );
  expect(extent?.bottom).toBeGreaterThanOrEqual(4);
  expect(extent?.bottom).toBeLessThan(4.1);
  expect(extent?.top).toBeLessThanOrEqual(6);
  expect(extent?.top).toBeGreaterThan(5.9);
});
