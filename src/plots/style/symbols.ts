import { pathRound } from 'd3';

/** What a mark is drawn on: a canvas, or a path of d3. */
type Outline = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath' | 'rect' | 'arc'>;

/** Draws a mark of so many square pixels around the origin. */
export type MarkShape = (on: Outline, area: number) => void;

type Corner = readonly [x: number, y: number];

const HEIGHT = Math.sqrt(3);
/** Corners of a mark of area 1 that looks the same after each of `turns` parts of a full turn. */
function turned(turns: number, corners: readonly Corner[]): Corner[] {
  return Array.from({ length: turns }, (_, turn) => {
    const [c, s] = [Math.cos((2 * Math.PI * turn) / turns), Math.sin((2 * Math.PI * turn) / turns)];
    return corners.map(([x, y]): Corner => [c * x - s * y, s * x + c * y]);
  }).flat();
}

/** @param corners of the mark of area 1 */
const polygon =
  (corners: readonly Corner[]): MarkShape =>
  (on, area) => {
    const side = Math.sqrt(area);
    corners.forEach(([x, y], index) => {
      if (index === 0) on.moveTo(side * x, side * y);
      else on.lineTo(side * x, side * y);
    });
    on.closePath();
  };

const circle: MarkShape = (on, area) => {
  const radius = Math.sqrt(area / Math.PI);
  on.moveTo(radius, 0);
  on.arc(0, 0, radius, 0, 2 * Math.PI);
};

const square: MarkShape = (on, area) => {
  const side = Math.sqrt(area);
  on.rect(-side / 2, -side / 2, side, side);
};

/** Distance of a triangle's sides from its middle. */
const INNER = Math.sqrt(1 / (3 * HEIGHT));
const triangle: readonly Corner[] = [
  [0, -2 * INNER],
  [HEIGHT * INNER, INNER],
  [-HEIGHT * INNER, INNER],
];

/** A rhombus of two triangles with equal sides. */
const LONG = Math.sqrt(HEIGHT / 2);
const diamond: readonly Corner[] = [
  [0, -LONG],
  [LONG / HEIGHT, 0],
  [0, LONG],
  [-LONG / HEIGHT, 0],
];

/** Five squares. */
const HALF = Math.sqrt(1 / 5) / 2;
const cross: readonly Corner[] = [
  [-3 * HALF, -HALF],
  [-HALF, -HALF],
  [-HALF, -3 * HALF],
  [HALF, -3 * HALF],
  [HALF, -HALF],
  [3 * HALF, -HALF],
  [3 * HALF, HALF],
  [HALF, HALF],
  [HALF, 3 * HALF],
  [-HALF, 3 * HALF],
  [-HALF, HALF],
  [-3 * HALF, HALF],
];

/** The pentagram: of its inner corners' distance from the middle, as a share of the tips', follows its area. */
const NOTCH = Math.sin(Math.PI / 10) / Math.sin((7 * Math.PI) / 10);
const TIP = Math.sqrt(1 / (5 * NOTCH * Math.sin(Math.PI / 5)));
const star = turned(5, [
  [0, -TIP],
  [TIP * NOTCH * Math.sin(Math.PI / 5), -TIP * NOTCH * Math.cos(Math.PI / 5)],
]);

/** Three squares around a triangle with sides of their length. */
const ARM = Math.sqrt(1 / (3 + HEIGHT / 4));
const RISE = ARM / (2 * HEIGHT);
const wye = turned(3, [
  [ARM / 2, RISE],
  [ARM / 2, RISE + ARM],
  [-ARM / 2, RISE + ARM],
]);

/** Seven marks; colours have another period, so that equal colours never share a mark nearby. */
export const SYMBOLS: readonly MarkShape[] = [
  circle,
  square,
  ...[triangle, diamond, cross, star, wye].map(polygon),
];

/** The mark of a cluster, stable by its id; a circle for a point of no known class. */
export const symbolOf = (cluster: number): number => Math.max(cluster, 0) % SYMBOLS.length;

/** Area in square pixels of a mark that looks as large as a circle of this radius. */
export const symbolArea = (radius: number): number => Math.PI * radius * radius;

/** Digits after the point in the paths of marks: a mark is small. */
const DIGITS = 3;

/** SVG path of a mark around the origin. */
export const symbolPath = (cluster: number, radius: number): string =>
  symbolsPath(cluster, radius, [[0, 0]]);

/** SVG path of the same mark at several places. */
export function symbolsPath(
  cluster: number,
  radius: number,
  places: readonly (readonly [x: number, y: number])[],
): string {
  const path = pathRound(DIGITS);
  for (const [x, y] of places) {
    const there: Outline = {
      moveTo: (dx, dy) => path.moveTo(x + dx, y + dy),
      lineTo: (dx, dy) => path.lineTo(x + dx, y + dy),
      rect: (dx, dy, width, height) => path.rect(x + dx, y + dy, width, height),
      arc: (dx, dy, ...rest) => path.arc(x + dx, y + dy, ...rest),
      closePath: () => path.closePath(),
    };
    SYMBOLS[symbolOf(cluster)](there, symbolArea(radius));
  }
  return path.toString();
}
