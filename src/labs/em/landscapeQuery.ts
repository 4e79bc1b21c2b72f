import type { MixtureFit } from './engine/fit.ts';
import type { EmQuery } from './snapshot.ts';

export type LandscapeQuery = Extract<EmQuery, { kind: 'landscape' }>;

const LEAST_CELLS = 2;
const MOST_CELLS = 101;

/** @throws RangeError that names the invalid value */
export function checkLandscape(
  fit: MixtureFit,
  { x, y, xRange, yRange, cells }: LandscapeQuery,
): void {
  if (!Number.isInteger(cells) || cells < LEAST_CELLS || cells > MOST_CELLS) {
    throw new RangeError(
      `A landscape has ${LEAST_CELLS} to ${MOST_CELLS} cells along a side, not ${cells}.`,
    );
  }
  if (![...xRange, ...yRange].every(Number.isFinite)) {
    throw new RangeError(
      `A landscape needs finite ranges, not ${[...xRange, ...yRange].join(', ')}.`,
    );
  }
  for (const { cluster, coordinate } of [x, y]) {
    const isCluster =
      Number.isInteger(cluster) && cluster >= 0 && cluster < fit.parameters.weights.length;
    const isCoordinate =
      Number.isInteger(coordinate) && coordinate >= 0 && coordinate < fit.dimension;
    if (!isCluster || !isCoordinate) {
      throw new RangeError(
        `There is no coordinate ${coordinate} of cluster ${cluster}; both are counted from 0.`,
      );
    }
  }
  if (x.cluster === y.cluster && x.coordinate === y.coordinate) {
    throw new RangeError('A landscape needs two coordinates; these are the same.');
  }
}
