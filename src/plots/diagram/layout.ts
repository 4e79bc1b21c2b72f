/** Where everything of a model's diagram is drawn, in pixels of the diagram. */
import { type Box, boxOf, grown, hull, meet, type Place, pointBox } from './boxes.ts';
import { gridOf } from './columns.ts';
import { lineBetween, stubOf } from './edgeLines.ts';
import { cornersOf, type GridPlace } from './gridRules.ts';
import type { ModelEdge, ModelNode, ModelPlate, PlateModel } from './plateModel.ts';
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
/** Columns are at most so wide, and grow by steps until plates without a common member are apart. */
const WIDEST = 70;
const WIDER = 4;
const ROW = 38;
const RADIUS = { observed: 22, latent: 22, learned: 20, network: 12, fixed: 4.5 } as const;
const PLATE_EDGE = 10;
/** Room between a plate and one inside it. */
const NESTED_EDGE = 6;
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

function layOut(model: PlateModel, column = COLUMN): Layout {
  const grid = gridOf(model);
  const placeOf = (id: string): GridPlace | undefined => grid.get(id);
  const bare = model.nodes.map((node) => {
    const at = grid.get(node.id) ?? { column: 0, row: 0 };
    return { ...node, x: column * at.column, y: ROW * at.row, radius: RADIUS[node.kind] };
  });
  const byId = new Map(bare.map((node) => [node.id, node]));
  const lines = model.edges.map((edge) => {
    const corners = cornersOf(edge, placeOf)?.map((at) => ({
      x: column * at.column,
      y: ROW * at.row,
    }));
    const from = byId.get(edge.from ?? '');
    const to = byId.get(edge.to ?? '');
    return { edge, ...(corners && from && to ? lineBetween(corners, from, to) : stubOf(from, to)) };
  });
  const along = lines.flatMap((line) => line.along);
  const nodes = written(bare, along);

  const plates = placedPlates(model, nodes, along);
  const isCrowded = plates.some((one) =>
    plates.some((other) => !shares(one, other) && meet(boxOfPlate(one), boxOfPlate(other))),
  );
  if (isCrowded && column < WIDEST) return layOut(model, column + WIDER);

  const all = hull([
    ...nodes.flatMap((node) => [boxOf(node), writtenBox(node)]),
    ...plates.map(boxOfPlate),
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

type PlateOfMembers = PlacedPlate & ModelPlate;

const shares = ({ members }: ModelPlate, other: ModelPlate): boolean =>
  members.some((member) => other.members.includes(member));

const boxOfPlate = ({ x, y, width, height }: PlacedPlate): Box => ({
  ...{ left: x, top: y, right: x + width, bottom: y + height },
});

/** Frames around their members, those with the fewest first: a plate goes around those inside it. */
function placedPlates(
  model: PlateModel,
  nodes: readonly PlacedNode[],
  along: readonly Place[],
): readonly PlateOfMembers[] {
  const done: PlateOfMembers[] = [];
  for (const plate of model.plates.toSorted((a, b) => a.members.length - b.members.length)) {
    const { members } = plate;
    const isMember = (member: string): boolean => members.includes(member);
    const isInside = (node: ModelNode): boolean =>
      isMember(node.id) ||
      model.edges.some(
        ({ by, from = '', to = '' }) => by === node.id && [from, to].every(isMember),
      );
    const own = nodes.filter(isInside).flatMap((node) => [boxOf(node), writtenBox(node)]);
    const nested = done.filter((other) => other.members.every(isMember)).map(boxOfPlate);
    const inside = hull([
      ...own.map((box) => grown(box, PLATE_EDGE)),
      ...nested.map((box) => grown(box, NESTED_EDGE)),
    ]);
    const { left, right, top } = inside;
    const base = Math.max(...[...own, ...nested].map(({ bottom }) => bottom));
    const edgesIn = (from: number): number => {
      const count = { left: from, right: from + COUNT, top: base, bottom: base + PLATE_NAME };
      return along.filter((place) => meet(count, pointBox(place))).length;
    };
    done.push({
      ...{ ...plate, x: left, y: top },
      width: Math.max(right - left, COUNT),
      height: base + PLATE_NAME - top,
      corner: edgesIn(right - COUNT) <= edgesIn(left) ? 'right' : 'left',
    });
  }
  return done;
}

const pair = ({ x, y }: Place): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(100 * value) / 100;
