/**
 * A one-dimensional latent space as a plane: x is the latent, and each cluster has a row of its
 * own, the first at the top, so that marks and points of different clusters do not cover each
 * other. The second coordinate means nothing more.
 */

import { cloudOf } from '../plane/coordinates.ts';
import { EMPTY_DOMAIN, fitDomain } from '../plane/domain.ts';
import type { PlottedCluster } from './clusterView.ts';
import { latentExtent } from './latentExtent.ts';

/** Part of the plot's height the rows share. */
const HEIGHT = 0.86;
/** Parts of a row: how far points scatter in it, and the standard deviation an ellipse gets. */
const SCATTER = 0.5;
const DEVIATION = 0.17;
/** Spreads consecutive numbers evenly over 0..1. */
const GOLDEN = 0.6180339887498949;

export interface OnRows {
  /** N x 2: the latent, and a place in the row of the point's cluster. */
  spread(latents: ArrayLike<number>, clusters: ArrayLike<number>): Float32Array;
  /** The clusters with a mean and a covariance in the plane. */
  readonly clusters: readonly PlottedCluster[];
}

/**
 * @param latents N
 * @param clusters K, of one dimension
 */
export function onRows(latents: ArrayLike<number>, clusters: readonly PlottedCluster[]): OnRows {
  const extent = latentExtent(cloudOf(latents, 1), clusters, [0, 1]);
  const { half } = extent === null ? EMPTY_DOMAIN : fitDomain(extent);
  const pitch = (2 * HEIGHT * half) / Math.max(1, clusters.length);
  const middle = (id: number) => HEIGHT * half - pitch * (id + 0.5);
  return {
    spread: (values, owners) => scattered(values, (n) => middle(owners[n]), SCATTER * pitch),
    clusters: clusters.map((cluster) => ({
      ...cluster,
      mean: [cluster.mean[0], middle(cluster.id)],
      covariance: [cluster.covariance[0], 0, 0, (DEVIATION * pitch) ** 2],
    })),
  };
}

/** N x 2: points on a line, each a little above or below `yOf` it, always by the same amount. */
export function scattered(
  values: ArrayLike<number>,
  yOf: (n: number) => number,
  width: number,
): Float32Array {
  const points = new Float32Array(2 * values.length);
  for (let n = 0; n < values.length; n++) {
    points[2 * n] = values[n];
    points[2 * n + 1] = yOf(n) + width * (((n * GOLDEN) % 1) - 0.5);
  }
  return points;
}
