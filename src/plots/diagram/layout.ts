/** Where everything of a model's diagram is drawn, in pixels of the diagram. */
import { boxOf, hull, meet, type Place, pointBox } from './boxes.ts';
import { gridOf } from './columns.ts';
import { lineBetween, stubOf } from './edgeLines.ts';
import { cornersOf, type GridPlace } from './gridRules.ts';
import type { ModelEdge, ModelNode, PlateModel } from './plateModel.ts';
import { type PlacedNode, written, writtenBox } from './writtenSymbols.ts';

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
const PLATE_EDGE = 10;
const PLATE_NAME = 20;
/** Room for a count such as N = 50. */
const COUNT = 50;
const EDGE_OF_ALL = 7;

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
    return { edge, ...(corners && from && to ? lineBetween(corners, from, to) : stubOf(from, to)) };
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
