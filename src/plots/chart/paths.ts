/** SVG paths of lines and bands through values. */
import { type Path, pathRound } from 'd3';

/** Tenths of a pixel. */
const DIGITS = 1;

/**
 * A line through `count` places; those that are not finite interrupt it.
 *
 * @param digits digits after the point
 */
export function linePath(
  count: number,
  x: (index: number) => number,
  y: (index: number) => number,
  digits = DIGITS,
): string {
  const path = pathRound(digits);
  for (const [from, to] of stretches(count, (index) => Number.isFinite(y(index)))) {
    trace(path, from, to, x, y);
    // A place by itself is a dot.
    if (to === from + 1) path.closePath();
  }
  return path.toString();
}

/** What lies between two lines; places where either is not finite interrupt it. */
export function bandPath(
  count: number,
  x: (index: number) => number,
  low: (index: number) => number,
  high: (index: number) => number,
  digits = DIGITS,
): string {
  const path = pathRound(digits);
  const isPlace = (index: number) => Number.isFinite(low(index)) && Number.isFinite(high(index));
  for (const [from, to] of stretches(count, isPlace)) {
    trace(path, from, to, x, high);
    for (let index = to - 1; index >= from; index--) path.lineTo(x(index), low(index));
    path.closePath();
  }
  return path.toString();
}

function trace(
  path: Path,
  from: number,
  to: number,
  x: (index: number) => number,
  y: (index: number) => number,
): void {
  path.moveTo(x(from), y(from));
  for (let index = from + 1; index < to; index++) path.lineTo(x(index), y(index));
}

/** Places that follow each other, from the first up to, but without, the last. */
function stretches(count: number, isPlace: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let index = 0; index < count; index++) {
    if (!isPlace(index)) continue;
    const last = found.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}
