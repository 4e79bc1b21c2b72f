/** Where the messages of an update are written: on their arrows, clear of nodes and of each other. */
import type { Area } from '../../../../plots/host/PlotHost.tsx';
import type { NodeUpdate } from '../../networkSnapshot.ts';
import type { Box, Point } from './graph.ts';
import { messageText, sumText } from './messages.ts';

export interface Chip extends Box {
  readonly key: string;
  readonly text: string;
  readonly isSum: boolean;
}

/** An arrow that leaves the node that is updated. */
export interface MessageArrow {
  readonly child: number;
  readonly start: Point;
  readonly end: Point;
}

const HEIGHT = 19;
const DIGIT = 6.7;
const GAP = 6;
/** Between a box and the messages at its edge. */
const EDGE = 2;
/** From the middle of an arrow outwards: the first of equal places is taken. */
const PARTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
/** Each chip is placed again once the others have their places. */
const ROUNDS = 3;

/**
 * @param boxes of all nodes
 * @param arrows those that leave the node
 * @param area what the chips stay in
 */
export function placeChips(
  update: NodeUpdate,
  boxes: ReadonlyMap<number, Box>,
  arrows: readonly MessageArrow[],
  { hasSum, area }: { readonly hasSum: boolean; readonly area: Area },
): readonly Chip[] {
  const node = boxes.get(update.node);
  if (!node) return [];
  const textOf = (owner: number): string | null => {
    const message = update.messages.find((one) => one.owner === owner);
    return message ? messageText(message) : null;
  };
  const sized = (key: string, text: string, isSum = false) => ({
    ...{ key, text, isSum, width: DIGIT * text.length + 10, height: HEIGHT },
  });
  const own = textOf(update.node);
  const atNode = [
    ...(own === null ? [] : [sized('own', `${own} ↓`)]),
    ...(hasSum ? [sized('sum', `= ${sumText(update.after)}`, true)] : []),
  ];
  const onArrows = arrows.flatMap(({ child, start, end }) => {
    const text = textOf(child);
    if (text === null) return [];
    const places = PARTS.map((part) => ({
      x: start.x + part * (end.x - start.x),
      y: start.y + part * (end.y - start.y),
    }));
    return [{ chip: sized(`from ${child}`, `${text} ↑`), places }];
  });
  const groups = [
    { chips: atNode, places: placesAtNode(node, atNode, area) },
    ...onArrows.map(({ chip, places }) => ({
      chips: [chip],
      places: places.map((place) => [place]),
    })),
  ];
  const nodes = [...boxes.values()];
  const put = ({ chips, places }: (typeof groups)[number], at: number): Chip[] =>
    chips.map((chip, i) => inside({ ...chip, ...places[at][i] }, area));
  const covered = (chips: readonly Chip[], others: readonly Box[]): number =>
    chips.reduce(
      (sum, chip) => others.reduce((part, other) => part + overlap(chip, other), sum),
      0,
    );
  const candidates = groups.map((group) =>
    group.places.map((_, at) => {
      const chips = put(group, at);
      return { chips, onNodes: covered(chips, nodes) };
    }),
  );
  const placed = candidates.map(([{ chips }]) => chips);
  for (let round = 0; round < ROUNDS; round++) {
    candidates.forEach((places, index) => {
      const others = placed.flatMap((chips, other) => (other === index ? [] : chips));
      const costs = places.map(({ chips, onNodes }) => onNodes + covered(chips, others));
      placed[index] = places[costs.indexOf(Math.min(...costs))].chips;
    });
  }
  return placed.flat();
}

/** For the message of the own table and the sum: next to each other or stacked, over the node or below it. */
function placesAtNode(
  node: Box,
  chips: readonly { readonly width: number }[],
  area: Area,
): Point[][] {
  const total = chips.reduce((sum, { width }) => sum + width + GAP, -GAP);
  const middle = within(node.x, total, area);
  const row = (y: number): Point[] => {
    let left = middle - total / 2;
    return chips.map(({ width }) => {
      const x = left + width / 2;
      left += width + GAP;
      return { x, y };
    });
  };
  const distance = node.height / 2 + HEIGHT / 2 + EDGE;
  const stack = (sign: number): Point[] =>
    chips.map((_, i) => ({ x: node.x, y: node.y + sign * (distance + i * (HEIGHT + EDGE)) }));
  return [row(node.y - distance), row(node.y + distance), stack(-1), stack(1)];
}

const inside = (chip: Chip, area: Area): Chip => ({ ...chip, x: within(chip.x, chip.width, area) });

/** The middle of something so wide, inside the area. */
function within(x: number, width: number, area: Area): number {
  const [low, high] = [area.left + width / 2, area.left + area.width - width / 2];
  return low > high ? area.left + area.width / 2 : Math.min(high, Math.max(low, x));
}

/** Pixels that both cover. */
function overlap(one: Box, other: Box): number {
  const along = (at: 'x' | 'y', size: 'width' | 'height'): number =>
    Math.max(0, (one[size] + other[size]) / 2 + 1 - Math.abs(one[at] - other[at]));
  return along('x', 'width') * along('y', 'height');
}
