/** Two of the latents that a phase portrait is worth looking at. */
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';

/**
 * The two latents whose path goes round the largest area: what swings a quarter turn apart. The
 * first two where there are no others.
 *
 * @param latents T x d, row by row
 */
export function roundestAxes(latents: ArrayLike<number>, dimension: number): Axes {
  let best: Axes = [0, Math.min(1, dimension - 1)];
  let largest = 0;
  for (let i = 0; i < dimension; i++) {
    for (let j = i + 1; j < dimension; j++) {
      const area = Math.abs(areaSwept(latents, dimension, i, j));
      if (!(area > largest)) continue;
      largest = area;
      best = [i, j];
    }
  }
  return best;
}

/** Twice the area between the path and its first point, turns counted, by the shoelace formula. */
function areaSwept(latents: ArrayLike<number>, dimension: number, i: number, j: number): number {
  let area = 0;
  for (let at = dimension; at + dimension <= latents.length; at += dimension) {
    const before = at - dimension;
    const [x0, y0] = [latents[before + i] - latents[i], latents[before + j] - latents[j]];
    const [x1, y1] = [latents[at + i] - latents[i], latents[at + j] - latents[j]];
    area += x0 * y1 - x1 * y0;
  }
  return area;
}
