/** Where the symbols of nodes are written. */
import { type Box, boxOf, meet, type Place, pointBox, type Round } from './boxes.ts';
import { type ModelNode, type SymbolPiece, symbolPieces } from './plateModel.ts';

export interface PlacedSymbol extends Place {
  readonly pieces: readonly SymbolPiece[];
  readonly anchor: 'start' | 'middle' | 'end';
}

export type BareNode = ModelNode & Round;

export interface PlacedNode extends BareNode {
  readonly written: PlacedSymbol;
}

const LETTER = 19;
const LOWERED = 13;
const GAP = 6;

/** Sides of a node where its symbol can stand, the best first: across and down, in radii. */
const SIDES: readonly (readonly [x: number, y: number])[] = [
  ...([
    [1, 0],
    [-1, 0],
    [0.8, 0.8],
    [0.8, -0.8],
    [-0.8, 0.8],
    [-0.8, -0.8],
  ] as const),
];

/** Writes the symbol of each node where the fewest lines and nodes are in its way. */
export function written(
  nodes: readonly BareNode[],
  along: readonly Place[],
): readonly PlacedNode[] {
  const done: PlacedNode[] = [];
  for (const node of nodes) {
    const pieces = symbolPieces(node.symbol);
    const choices = SIDES.map(([across, down], index) => {
      const symbol: PlacedSymbol = {
        pieces,
        x: node.x + across * node.radius + Math.sign(across) * GAP,
        y: node.y + down * node.radius + Math.sign(down) * GAP,
        anchor: across > 0 ? 'start' : 'end',
      };
      const placed = { ...node, written: symbol };
      const box = writtenBox(placed);
      const others = nodes.filter(({ id }) => id !== node.id).map(boxOf);
      const trouble =
        along.filter((place) => meet(box, pointBox(place))).length +
        20 * [...others, ...done.map(writtenBox)].filter((other) => meet(box, other)).length;
      return { placed, cost: trouble + 0.1 * index };
    });
    done.push(choices.reduce((best, next) => (next.cost < best.cost ? next : best)).placed);
  }
  return done;
}

/** About the room that a symbol takes: no font is measured. */
export function writtenBox({ written: { x, y, anchor, pieces } }: PlacedNode): Box {
  const width = pieces.reduce(
    (sum, { text, isLowered }) => sum + 0.56 * text.length * (isLowered ? LOWERED : LETTER),
    0,
  );
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LETTER / 2, bottom: y + 0.6 * LETTER };
}
