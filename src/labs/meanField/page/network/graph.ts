/** Where the parts of a network are drawn. Pure functions; pixels of the plot. */
import type { Area } from '../../../../plots/host/PlotHost.tsx';
import type { EditedNode } from '../../networkEdits.ts';

export interface Box {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of a node that shows all its states. */
export const ROW = 17;
export const HEAD = 21;
const WIDE = 132;
/** With more nodes, or with less room, boxes show their names alone. */
const MOST_WITH_STATES = 9;
const LEAST_WITH_STATES = { width: 400, height: 230 } as const;
const NARROW = 84;
/** Of small boxes that would otherwise lie over each other. */
const NARROWEST = 40;
const LOW = 30;
/** Pixels between small boxes next to each other. */
const BETWEEN = 4;
const TIP = 3;

/** How large the boxes of a network are drawn. */
export interface BoxSizes {
  /** Small: the name and a bar for the last state. */
  readonly compact: boolean;
  /** Of small boxes, pixels. */
  readonly width: number;
}

/** As large as there is room: with many nodes small, and as narrow as those next to each other need. */
export function boxSizes(nodes: readonly EditedNode[], area: Area): BoxSizes {
  const { width, height } = area;
  const compact =
    nodes.length > MOST_WITH_STATES ||
    width < LEAST_WITH_STATES.width ||
    height < LEAST_WITH_STATES.height;
  let fitting = NARROW;
  for (let i = 0; compact && i < nodes.length; i++)
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [0, 1].map((axis) => Math.abs(nodes[i].at[axis] - nodes[j].at[axis]));
      const isBeside = dx > 0 && dy * (height - LOW) < LOW;
      // Middles are dx (width − box) apart, which is to be the width of a box and a gap.
      if (isBeside) fitting = Math.min(fitting, (dx * width - BETWEEN) / (1 + dx));
    }
  return { compact, width: Math.max(NARROWEST, fitting) };
}

const sizeOf = ({ states }: EditedNode, { compact, width }: BoxSizes) =>
  compact
    ? { width, height: LOW }
    : { width: WIDE, height: HEAD + ROW * Math.max(1, states.length) + 4 };

/** Whole boxes are inside the area, wherever in it their nodes are. */
export function boxOf(node: EditedNode, area: Area, sizes: BoxSizes): Box {
  const { width, height } = sizeOf(node, sizes);
  const [x, y] = node.at;
  return {
    ...{ width, height },
    x: area.left + width / 2 + x * Math.max(0, area.width - width),
    y: area.top + height / 2 + y * Math.max(0, area.height - height),
  };
}

/** The place of a node, from 0 to 1, whose box has its middle here. */
export function placeOf({ x, y, width, height }: Box, area: Area): readonly [x: number, y: number] {
  const part = (value: number, from: number, room: number) =>
    room > 0 ? Math.round(1000 * Math.min(1, Math.max(0, (value - from) / room))) / 1000 : 0.5;
  return [
    part(x, area.left + width / 2, area.width - width),
    part(y, area.top + height / 2, area.height - height),
  ];
}

/** From the border of one box to the border of another. */
export function arrowBetween(from: Box, to: Box): { readonly start: Point; readonly end: Point } {
  return { start: onBorder(from, to, 0), end: onBorder(to, from, TIP) };
}

/** Where the line from the middle of a box to another point leaves it. */
function onBorder(box: Box, towards: Point, distance: number): Point {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return box;
  const across = dx === 0 ? Infinity : box.width / 2 / Math.abs(dx);
  const down = dy === 0 ? Infinity : box.height / 2 / Math.abs(dy);
  const part = Math.min(across, down) + distance / length;
  return { x: box.x + part * dx, y: box.y + part * dy };
}

/** The head of an arrow that ends here, as a path. */
export function headOf({ x: fromX, y: fromY }: Point, { x, y }: Point): string {
  const angle = Math.atan2(y - fromY, x - fromX);
  const corner = (turn: number) =>
    `${(x - 9 * Math.cos(angle + turn)).toFixed(1)},${(y - 9 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${x.toFixed(1)},${y.toFixed(1)}L${corner(0.42)}L${corner(-0.42)}Z`;
}

/** The topmost node whose box has a point in it; null where there is none. */
export function nodeAt(
  point: Point,
  nodes: readonly EditedNode[],
  boxes: ReadonlyMap<number, Box>,
): EditedNode | null {
  const isIn = ({ id }: EditedNode): boolean => {
    const box = boxes.get(id);
    if (!box) return false;
    const { x, y, width, height } = box;
    return Math.abs(point.x - x) <= width / 2 && Math.abs(point.y - y) <= height / 2;
  };
  return nodes.findLast(isIn) ?? null;
}

/** Places along a side that are tried; where all of the first are taken, the next. */
const STEPS = [
  [0.5, 0, 1, 0.25, 0.75],
  Array.from({ length: 9 }, (_, step) => step / 8),
  Array.from({ length: 17 }, (_, step) => step / 16),
] as const;

/** A place for one more node, as far from the others as may be. */
export function freePlace(nodes: readonly EditedNode[]): EditedNode['at'] {
  let best: EditedNode['at'] = [0.5, 0.5];
  let farthest = -1;
  for (const steps of STEPS) {
    for (const y of steps)
      for (const x of steps) {
        const nearest = Math.min(...nodes.map(({ at }) => Math.hypot(at[0] - x, at[1] - y)));
        if (nearest > farthest + 1e-9) {
          farthest = nearest;
          best = [x, y];
        }
      }
    if (farthest > 1 / (2 * steps.length)) break;
  }
  return best;
}
