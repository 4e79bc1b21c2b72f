/** Closed curves around clusters, in data space. */

import type { Cloud, PlanePoint, Screen } from '../plane/coordinates.ts';
import { cloudX, cloudY, screen } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import type { PlottedCluster } from './clusterView.ts';
import { axesOf, DRAWN_DEVIATIONS, planeCovariance } from './ellipse.ts';

/** A closed curve: M points, in whatever columns a plot shows. */
export interface PlottedOutline {
  /** Whose colour it has; null where there are no clusters. */
  readonly cluster: number | null;
  readonly cloud: Cloud;
}

const POINTS = 64;

/** The contour of a cluster at two deviations, in the plane of two columns. */
export function ellipseOutline(
  { id, mean, covariance }: PlottedCluster,
  axes: readonly [number, number],
): PlottedOutline {
  const { first, second, angle } = axesOf(planeCovariance(covariance, mean.length, axes));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const values = new Float32Array(2 * POINTS);
  for (let i = 0; i < POINTS; i++) {
    const turn = (2 * Math.PI * i) / POINTS;
    const a = DRAWN_DEVIATIONS * first * Math.cos(turn);
    const b = DRAWN_DEVIATIONS * second * Math.sin(turn);
    values[2 * i] = mean[axes[0]] + a * cos - b * sin;
    values[2 * i + 1] = (mean[axes[1]] ?? 0) + a * sin + b * cos;
  }
  return { cluster: id, cloud: { values, count: POINTS, stride: 2, xOffset: 0, yOffset: 1 } };
}

/** The highest point of an outline on the screen. */
export function topOf(frame: Frame<PlanePoint<string>>, { cloud }: PlottedOutline): Screen {
  let top = 0;
  for (let i = 1; i < cloud.count; i++) if (cloudY(cloud, i) > cloudY(cloud, top)) top = i;
  return screen(frame.screenX(cloudX(cloud, top)), frame.screenY(cloudY(cloud, top)));
}
