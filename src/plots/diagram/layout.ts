/** Where everything of a model's diagram is drawn, in pixels of the diagram. */
import { gridOf } from './columns.ts';
import { cornersOf, type GridPlace } from './gridRules.ts';
import {
  type ModelEdge,
  type ModelNode,
  type PlateModel,
  type SymbolPiece,
  symbolPieces,
} from './plateModel.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedSymbol extends Place {
  readonly pieces: readonly SymbolPiece[];
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface PlacedNode extends ModelNode, Place {
  /** Half its width; its height is the same. */
  readonly radius: number;
  readonly written: PlacedSymbol;
}

export interface PlacedEdge {
  readonly edge: ModelEdge;
  /** Of an SVG path. */
  readonly line: string;
  /** The corners of the arrowhead; empty where the chain goes on. */
  readonly head: string;
}

export interface PlacedPlate extends Place {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly symbol: string;
  /** The lower corner in which it is written how many there are. */
  readonly corner: 'left' | 'right';
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly plates: readonly PlacedPlate[];
}

const COLUMN = 46;
const ROW = 38;
const RADIUS = { observed: 22, latent: 22, learned: 20, network: 12, fixed: 4.5 } as const;
const LETTER = 19;
const LOWERED = 13;
const GAP = 6;
const PLATE_EDGE = 10;
const PLATE_NAME = 20;
/** Room for a count such as N = 50. */
const COUNT = 50;
const EDGE_OF_ALL = 7;
const HEAD = { length: 9, half: 4.5 } as const;
const STUB = 20;

const layouts = new WeakMap<PlateModel, Layout>();

/** The same layout at every call. */
export function layoutOf(model: PlateModel): Layout {
  const known = layouts.get(model);
  if (known) return known;
  const layout = layOut(model);
  layouts.set(model, layout);
  return layout;
}

function layOut(model: PlateModel): Layout {
  const grid = gridOf(model);
  const placeOf = (id: string): GridPlace | undefined => grid.get(id);
  const bare = model.nodes.map((node) => {
    const { column, row } = grid.get(node.id) ?? { column: 0, row: 0 };
    return { ...node, x: COLUMN * column, y: ROW * row, radius: RADIUS[node.kind] };
  });
  const byId = new Map(bare.map((node) => [node.id, node]));
  const lines = model.edges.map((edge) => {
    const corners = cornersOf(edge, placeOf)?.map(({ column, row }) => ({
      x: COLUMN * column,
      y: ROW * row,
    }));
    const from = byId.get(edge.from ?? '');
    const to = byId.get(edge.to ?? '');
    return { edge, ...(corners && from && to ? drawn(corners, from, to) : stub(from, to)) };
  });
  const along = lines.flatMap((line) => line.along);
  const nodes = written(bare, along);

  const plates = model.plates.map(({ id, symbol, members }) => {
    const isInside = (node: ModelNode): boolean =>
      members.includes(node.id) ||
      model.edges.some(
        ({ by, from = '', to = '' }) => by === node.id && [from, to].every(isMember),
      );
    const isMember = (member: string): boolean => members.includes(member);
    const inside = hull(nodes.filter(isInside).flatMap((node) => [boxOf(node), writtenBox(node)]));
    const [left, right] = [inside.left - PLATE_EDGE, inside.right + PLATE_EDGE];
    const [top, bottom] = [inside.bottom, inside.bottom + PLATE_NAME];
    const edgesIn = (from: number): number =>
      along.filter((place) =>
        meet({ left: from, right: from + COUNT, top, bottom }, pointBox(place)),
      ).length;
    return {
      ...{ id, symbol, x: left, y: inside.top - PLATE_EDGE },
      width: Math.max(right - left, COUNT),
      height: bottom - inside.top + PLATE_EDGE,
      corner: edgesIn(right - COUNT) <= edgesIn(left) ? ('right' as const) : ('left' as const),
    };
  });

  const all = hull([
    ...nodes.flatMap((node) => [boxOf(node), writtenBox(node)]),
    ...plates.map(({ x, y, width, height }) => ({
      ...{ left: x, top: y, right: x + width, bottom: y + height },
    })),
    ...along.map(pointBox),
  ]);
  const [dx, dy] = [EDGE_OF_ALL - all.left, EDGE_OF_ALL - all.top];
  const moved = <Any extends Place>(any: Any): Any => ({ ...any, x: any.x + dx, y: any.y + dy });
  return {
    width: all.right - all.left + 2 * EDGE_OF_ALL,
    height: all.bottom - all.top + 2 * EDGE_OF_ALL,
    nodes: nodes.map((node) => ({ ...moved(node), written: moved(node.written) })),
    edges: lines.map(({ edge, path, tip }) => ({
      edge,
      line: path
        .map(([letter, ...places]) => letter + places.map(moved).map(pair).join(' '))
        .join(''),
      head: tip.map(moved).map(pair).join(' '),
    })),
    plates: plates.map(moved),
  };
}

const pair = ({ x, y }: Place): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(100 * value) / 100;

/** A line to be drawn: commands of a path with their places, the arrowhead, and places along it. */
interface Line {
  readonly path: readonly (readonly ['M' | 'L' | 'Q', ...Place[]])[];
  readonly tip: readonly Place[];
  readonly along: readonly Place[];
}

type Round = Place & { readonly radius: number };

/** From the rim of one node to the rim of another, past the corners. */
function drawn(corners: readonly Place[], from: Round, to: Round): Line {
  const start = towards(from, corners[1], from.radius);
  const beforeLast = corners[corners.length - 2];
  const end = towards(to, beforeLast, to.radius + 1);
  const neck = towards(to, beforeLast, to.radius + HEAD.length);
  const tip = headAt(end, beforeLast);
  if (corners.length < 5)
    return {
      path: [
        ['M', start],
        ['L', neck],
      ],
      tip,
      along: between(start, end),
    };
  const [, first, by, last] = corners;
  return {
    path: [
      ['M', start],
      ['Q', first, by],
      ['Q', last, neck],
    ],
    tip,
    along: [...between(start, first), ...between(first, last), ...between(last, end)],
  };
}

/** A chain that began before, or goes on after, what is shown. */
function stub(from: Round | undefined, to: Round | undefined): Line {
  if (from) {
    const start = { x: from.x + from.radius, y: from.y };
    const end = { x: start.x + STUB, y: start.y };
    return {
      path: [
        ['M', start],
        ['L', end],
      ],
      tip: [],
      along: between(start, end),
    };
  }
  if (!to) return { path: [], tip: [], along: [] };
  const end = { x: to.x - to.radius - 1, y: to.y };
  const start = { x: end.x - STUB, y: end.y };
  const neck = { x: end.x - HEAD.length + 1, y: end.y };
  return {
    path: [
      ['M', start],
      ['L', neck],
    ],
    tip: headAt(end, start),
    along: between(start, end),
  };
}

function towards(from: Place, to: Place, by: number): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + (by * (to.x - from.x)) / length,
    y: from.y + (by * (to.y - from.y)) / length,
  };
}

/** The arrowhead whose point is at `end`, coming from there. */
function headAt(end: Place, from: Place): readonly Place[] {
  const neck = towards(end, from, HEAD.length);
  const [dx, dy] = [(end.x - neck.x) / HEAD.length, (end.y - neck.y) / HEAD.length];
  return [
    end,
    { x: neck.x - HEAD.half * dy, y: neck.y + HEAD.half * dx },
    { x: neck.x + HEAD.half * dy, y: neck.y - HEAD.half * dx },
  ];
}

const BETWEEN = 16;

const between = (a: Place, b: Place): readonly Place[] =>
  Array.from({ length: BETWEEN + 1 }, (_, index) => ({
    x: a.x + ((b.x - a.x) * index) / BETWEEN,
    y: a.y + ((b.y - a.y) * index) / BETWEEN,
  }));

type BareNode = ModelNode & Round;

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
function written(nodes: readonly BareNode[], along: readonly Place[]): readonly PlacedNode[] {
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

const boxOf = ({ x, y, radius }: Round): Box => ({
  ...{ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
});

/** About the room that a symbol takes: no font is measured. */
function writtenBox({ written: { x, y, anchor, pieces } }: PlacedNode): Box {
  const width = pieces.reduce(
    (sum, { text, isLowered }) => sum + 0.56 * text.length * (isLowered ? LOWERED : LETTER),
    0,
  );
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LETTER / 2, bottom: y + 0.6 * LETTER };
}

const pointBox = ({ x, y }: Place): Box => ({ left: x, right: x, top: y, bottom: y });

const meet = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

const hull = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});
