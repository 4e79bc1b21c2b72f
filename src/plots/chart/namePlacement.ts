/** Places for names next to what they name, clear of one another and of what is drawn. */
import type { Area } from '../host/PlotHost.tsx';

export interface Named {
  /** What is named, pixels. */
  readonly left: number;
  readonly top: number;
  readonly text: string;
  /** Where it is tried first, as a direction on the screen: [1, 0] is to the right, [0, -1] above. */
  readonly first: readonly [number, number];
}

/** The middle of a name: for text with `textAnchor="middle"` and `dy="0.34em"`. */
export interface Placed {
  readonly x: number;
  readonly y: number;
}

/** What names keep clear of: a point on a line, or a mark with its radius, pixels. */
export interface Obstacle {
  readonly left: number;
  readonly top: number;
  readonly radius: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of a bold digit, as a fraction of the height of the type. */
const CHARACTER = 0.58;
const LINE = 1.15;
/** Directions from the first one on, in turns of a circle. */
const TURNS = [0, 1 / 8, -1 / 8, 1 / 4, -1 / 4, 3 / 8, -3 / 8, 1 / 2];
/** From the edge of a mark to its name, pixels: farther where there is no room. */
const DISTANCES = [9, 20, 36, 56];
/** What a pixel farther away counts, against a square pixel of something in the way. */
const FARTHER = 3;
/** Directions more slanted than this, by their sine, are beside as well as above. */
const SLANT = 0.4;

/**
 * Each name takes the place with the least in its way: around its mark from the wished side on, or
 * somewhat farther away.
 *
 * @param size height of the type, pixels
 */
export function placeNames(
  names: readonly Named[],
  size: number,
  area: Area,
  obstacles: readonly Obstacle[],
): Placed[] {
  const taken: Box[] = obstacles.map(({ left, top, radius }) => around(left, top, radius, radius));
  return names.map(({ left, top, text, first }) => {
    const [halfWidth, halfHeight] = [(CHARACTER * size * text.length) / 2, (LINE * size) / 2];
    const turn = Math.atan2(first[1], first[0]);
    let best: { readonly cost: number; readonly place: Placed; readonly box: Box } | null = null;
    for (const distance of DISTANCES)
      for (const part of TURNS) {
        const angle = turn + 2 * Math.PI * part;
        const [across, down] = [Math.cos(angle), Math.sin(angle)];
        const x = clamp(
          left + across * distance + side(across) * halfWidth,
          area.left + halfWidth + 2,
          area.left + area.width - halfWidth - 2,
        );
        const y = clamp(
          top + down * distance + side(down) * halfHeight,
          area.top + halfHeight,
          area.top + area.height - halfHeight,
        );
        const box = around(x, y, halfWidth, halfHeight);
        const cost = taken.reduce((sum, other) => sum + overlap(box, other), FARTHER * distance);
        if (best === null || cost < best.cost) best = { cost, place: { x, y }, box };
      }
    if (best === null) return { x: left, y: top };
    taken.push(best.box);
    return best.place;
  });
}

/** Beside a mark the edge of a name is at the distance, right above it the middle. */
const side = (part: number) => clamp(part / SLANT, -1, 1);

const around = (x: number, y: number, halfWidth: number, halfHeight: number): Box => ({
  ...{ left: x - halfWidth, right: x + halfWidth },
  ...{ top: y - halfHeight, bottom: y + halfHeight },
});

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Pixels that two boxes have in common. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
