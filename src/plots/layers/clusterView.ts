import type { Latent } from '../plane/coordinates.ts';
import { latent } from '../plane/coordinates.ts';
import type { Covariance2 } from './ellipse.ts';
import { planeCovariance } from './ellipse.ts';

/** What a plot needs to know about a mixture component; snapshots of models have at least this. */
export interface PlottedCluster {
  /** Counted from 0. */
  readonly id: number;
  readonly weight: number;
  /** Expected number of points. */
  readonly count: number;
  /** d */
  readonly mean: readonly number[];
  /** d x d, row-major. */
  readonly covariance: readonly number[];
  readonly removed: boolean;
}

/** A cluster in the two dimensions shown. */
export interface ClusterInPlane {
  readonly id: number;
  readonly weight: number;
  readonly mean: Latent;
  readonly covariance: Covariance2;
  readonly removed: boolean;
  /** Nearly no point belongs to it: it is drawn faintly. */
  readonly negligible: boolean;
}

const NEGLIGIBLE_COUNT = 0.5;
const NUMBERS_PER_CLUSTER = 5;

/** Means and covariances of all clusters, five numbers each, so that they can glide like points. */
export function packClusters(
  clusters: readonly PlottedCluster[],
  axes: readonly [number, number],
): Float32Array {
  const packed = new Float32Array(NUMBERS_PER_CLUSTER * clusters.length);
  clusters.forEach(({ mean, covariance }, index) => {
    const { xx, xy, yy } = planeCovariance(covariance, mean.length, axes);
    packed.set([mean[axes[0]], mean[axes[1]] ?? 0, xx, xy, yy], NUMBERS_PER_CLUSTER * index);
  });
  return packed;
}

/** Clusters with means and covariances as packed by `packClusters`. */
export function unpackClusters(
  clusters: readonly PlottedCluster[],
  packed: ArrayLike<number>,
): ClusterInPlane[] {
  return clusters.map(({ id, weight, count, removed }, index) => {
    const at = NUMBERS_PER_CLUSTER * index;
    return {
      id,
      weight,
      removed,
      negligible: !removed && count < NEGLIGIBLE_COUNT,
      mean: latent(packed[at], packed[at + 1]),
      covariance: { xx: packed[at + 2], xy: packed[at + 3], yy: packed[at + 4] },
    };
  });
}

/** The name of a cluster on the page, counted from 1. */
export const clusterName = (id: number): string => `Cluster ${id + 1}`;
