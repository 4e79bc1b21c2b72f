import type { Cloud } from './coordinates.ts';
import { cloudX, cloudY } from './coordinates.ts';
import type { Extent } from './domain.ts';

/** The bounding box of finite points, or null if there are none. */
export function cloudExtent(cloud: Cloud): Extent | null {
  let left = Infinity;
  let right = -Infinity;
  let bottom = Infinity;
  let top = -Infinity;
  for (let row = 0; row < cloud.count; row++) {
    const x = cloudX(cloud, row);
    const y = cloudY(cloud, row);
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  return left <= right ? { left, right, bottom, top } : null;
}

/** The bounding box of both; null stands for nothing. */
export function joinExtents(a: Extent | null, b: Extent | null): Extent | null {
  if (a === null || b === null) return a ?? b;
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
    top: Math.max(a.top, b.top),
  };
}
