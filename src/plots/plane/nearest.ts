import type { Cloud, PlanePoint, Screen } from './coordinates.ts';
import { cloudX, cloudY } from './coordinates.ts';
import type { Frame } from './frame.ts';

/**
 * The row whose point lies nearest to a screen position, at most `reach` pixels away.
 * A plain scan: points move with every frame of training, so an index would be built
 * (milliseconds) for nearly every question, and 5,000 distances take microseconds.
 */
export function nearestRow(
  cloud: Cloud,
  frame: Frame<PlanePoint<string>>,
  [x, y]: Screen,
  reach: number,
): { readonly row: number; readonly distance: number } | null {
  let row = -1;
  let least = reach * reach;
  for (let candidate = 0; candidate < cloud.count; candidate++) {
    const dx = frame.screenX(cloudX(cloud, candidate)) - x;
    const dy = frame.screenY(cloudY(cloud, candidate)) - y;
    const square = dx * dx + dy * dy;
    if (square <= least) {
      least = square;
      row = candidate;
    }
  }
  return row < 0 ? null : { row, distance: Math.sqrt(least) };
}
