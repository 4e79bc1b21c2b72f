import type { Cloud } from '../plane/coordinates.ts';
import type { Extent } from '../plane/domain.ts';
import { cloudExtent, joinExtents } from '../plane/extent.ts';
import type { PlottedCluster } from './clusterView.ts';
import { DRAWN_DEVIATIONS } from './ellipse.ts';

/** Clusters with fewer points, often still as wide as their prior, do not decide what is shown. */
const COUNTS_FROM = 1;

/** What the latent plot has to show: all points and the ellipses of clusters in use. */
export function latentExtent(
  cloud: Cloud,
  clusters: readonly PlottedCluster[],
  [i, j]: readonly [number, number],
): Extent | null {
  let extent = cloudExtent(cloud);
  for (const { mean, covariance, count, removed } of clusters) {
    if (removed || count < COUNTS_FROM) continue;
    const d = mean.length;
    const reachX = DRAWN_DEVIATIONS * Math.sqrt(covariance[i * d + i]);
    const reachY = j < d ? DRAWN_DEVIATIONS * Math.sqrt(covariance[j * d + j]) : 0;
    const y = j < d ? mean[j] : 0;
    const box = {
      left: mean[i] - reachX,
      right: mean[i] + reachX,
      bottom: y - reachY,
      top: y + reachY,
    };
    if (Object.values(box).every(Number.isFinite)) extent = joinExtents(extent, box);
  }
  return extent;
}
