/** Places the nodes of a model on a grid: rows by what depends on what, columns by a search. */
import type { ModelEdge, PlateModel } from './plateModel.ts';

/** A place on the grid; nodes one below the other are two rows apart, nodes side by side two columns. */
export interface GridPlace {
  readonly column: number;
  readonly row: number;
}

const LENGTH = 2;
const LENGTH_BY_NETWORK = 3;
const LAST_COLUMN = 6;

const lengthOf = ({ by }: ModelEdge): number => (by === undefined ? LENGTH : LENGTH_BY_NETWORK);

/** An edge of the model with both its ends. */
type Dependence = ModelEdge & { readonly from: string; readonly to: string };

const isDependence = (edge: ModelEdge): edge is Dependence =>
  edge.from !== undefined && edge.to !== undefined;

/**
 * The row of each node: below all it depends on, and just above what depends on it where it depends
 * on nothing.
 *
 * @throws Error where a node depends on itself through others
 */
function rowsOf({ nodes, edges }: PlateModel): ReadonlyMap<string, number> {
  const rows = new Map(nodes.map(({ id }) => [id, 0]));
  const at = (id: string): number => rows.get(id) ?? 0;
  const dependences = edges.filter(isDependence).filter((edge) => !edge.isInference);
  let isSettled = false;
  for (let round = 0; !isSettled; round++) {
    if (round > nodes.length) throw new Error('A graphical model must not have a cycle.');
    isSettled = true;
    for (const edge of dependences) {
      const wanted = edge.isNext ? at(edge.from) : at(edge.from) + lengthOf(edge);
      if (at(edge.to) < wanted) {
        rows.set(edge.to, wanted);
        isSettled = false;
      }
      if (edge.isNext && at(edge.from) < at(edge.to)) {
        rows.set(edge.from, at(edge.to));
        isSettled = false;
      }
    }
  }
  for (const { id } of nodes) {
    if (dependences.some(({ to }) => to === id)) continue;
    const children = dependences.filter(({ from }) => from === id);
    if (children.length > 0)
      rows.set(id, Math.min(...children.map((edge) => at(edge.to) - lengthOf(edge))));
  }
  for (const { by, from, to } of edges.filter(isDependence))
    if (by !== undefined) rows.set(by, (at(from) + at(to)) / 2);
  return rows;
}

/** The corners of an edge: it runs straight, or beside both ends past a network of inference. */
export function cornersOf(
  edge: ModelEdge,
  placeOf: (id: string) => GridPlace | undefined,
): readonly GridPlace[] | null {
  const from = edge.from === undefined ? undefined : placeOf(edge.from);
  const to = edge.to === undefined ? undefined : placeOf(edge.to);
  const by = edge.by === undefined ? undefined : placeOf(edge.by);
  if (!from || !to || (edge.by !== undefined && !by)) return null;
  if (!by) return [from, to];
  return edge.isInference
    ? [from, { column: by.column, row: from.row }, by, { column: by.column, row: to.row }, to]
    : [from, by, to];
}

const NODE_ON_EDGE = 60;
const CROSSING = 12;
const BENT_NETWORK = 30;
/** Within a plate edges stand upright before others do. */
const UPRIGHT_ON_PLATE = 4;

/**
 * Where each node stands: edges short and upright, none through a node, few crossings, and in the
 * frame of a plate nothing but its members. Small models only: columns are tried in turn, and a
 * choice that costs more than the best one known is not followed further.
 */
export function gridOf(model: PlateModel): ReadonlyMap<string, GridPlace> {
  const rows = rowsOf(model);
  const order = inConnectedOrder(model);
  const placed = new Map<string, GridPlace>();
  let best: ReadonlyMap<string, GridPlace> | null = null;
  let leastCost = Number.POSITIVE_INFINITY;

  const follow = (index: number): void => {
    if (index === order.length) {
      const cost = costOf(model, placed);
      if (cost >= leastCost) return;
      leastCost = cost;
      best = new Map(placed);
      return;
    }
    const id = order[index];
    for (let column = 0; column <= LAST_COLUMN; column++) {
      placed.set(id, { column, row: rows.get(id) ?? 0 });
      if (isAllowed(model, placed, id) && costOf(model, placed) < leastCost) follow(index + 1);
    }
    placed.delete(id);
  };
  follow(0);
  if (best === null) throw new Error('The nodes of the graphical model find no room side by side.');
  return best;
}

/** Each node after a neighbour of its own, so that bad choices are seen early. */
function inConnectedOrder({ nodes, edges }: PlateModel): readonly string[] {
  const order: string[] = [];
  const visit = (id: string): void => {
    if (order.includes(id)) return;
    order.push(id);
    for (const { from, to, by } of edges) {
      const ends = [from, to, by].filter((end) => end !== undefined);
      if (ends.includes(id)) for (const end of ends) visit(end);
    }
  };
  for (const { id } of nodes) visit(id);
  return order;
}

type Places = ReadonlyMap<string, GridPlace>;

function isAllowed({ nodes, edges, plates }: PlateModel, placed: Places, id: string): boolean {
  const own = placed.get(id);
  if (!own) return true;
  for (const [other, { row, column }] of placed) {
    const isBeside = Math.abs(row - own.row) < 1.5;
    if (other !== id && isBeside && Math.abs(column - own.column) < 2) return false;
  }
  for (const edge of edges) {
    const [from, to, by] = [edge.from, edge.to, edge.by].map((end) => placed.get(end ?? ''));
    if (edge.isNext && from && to && to.column - from.column !== 2) return false;
    if (edge.isInference && by && [from, to].some((end) => end && end.column === by.column))
      return false;
  }
  const onEdges = new Set(nodes.filter(({ kind }) => kind === 'network').map((node) => node.id));
  const frames = plates.map((plate) => ({ plate, frame: frameOf(plate.members, placed) }));
  for (const { plate, frame } of frames) {
    if (!frame) continue;
    for (const [other, place] of placed) {
      if (plate.members.includes(other) || onEdges.has(other)) continue;
      if (overlaps(frame, frameAround(place))) return false;
    }
    for (const { plate: another, frame: its } of frames) {
      const isNested = another.members.some((member) => plate.members.includes(member));
      if (its && another !== plate && !isNested && overlaps(frame, its)) return false;
    }
  }
  return true;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const frameAround = ({ column, row }: GridPlace): Frame => ({
  left: column - 0.9,
  right: column + 0.9,
  top: row - 0.7,
  bottom: row + 0.7,
});

function frameOf(members: readonly string[], placed: Places): Frame | null {
  const frames = members.flatMap((id) => {
    const place = placed.get(id);
    return place ? [frameAround(place)] : [];
  });
  if (frames.length === 0) return null;
  return {
    left: Math.min(...frames.map(({ left }) => left)),
    right: Math.max(...frames.map(({ right }) => right)),
    top: Math.min(...frames.map(({ top }) => top)),
    bottom: Math.max(...frames.map(({ bottom }) => bottom)),
  };
}

const overlaps = (a: Frame, b: Frame): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Never falls as nodes are added. */
function costOf({ edges, plates }: PlateModel, placed: Places): number {
  const columns = [...placed.values()].map(({ column }) => column);
  let cost = 0.5 * (Math.max(...columns) - Math.min(...columns)) + 0.01 * Math.min(...columns);
  const lines: (readonly GridPlace[])[] = [];
  for (const edge of edges) {
    const corners = cornersOf(edge, (id) => placed.get(id));
    if (!corners) continue;
    const [first, last] = [corners[0], corners[corners.length - 1]];
    if (edge.isInference) {
      cost += Math.max(0, Math.abs(corners[1].column - first.column) - 2);
      // It bends to the right where nothing is in the way.
      if (corners[1].column < first.column) cost += 0.1;
    } else if (!edge.isNext) {
      const isOnPlate = plates.some(({ members }) =>
        [edge.from, edge.to].every((end) => end !== undefined && members.includes(end)),
      );
      cost += (isOnPlate ? UPRIGHT_ON_PLATE : 1) * ((last.column - first.column) / 2) ** 2;
    }
    if (edge.by !== undefined && !edge.isInference)
      cost += BENT_NETWORK * Math.abs(corners[1].column - (first.column + last.column) / 2);
    const ends = [edge.from, edge.to, edge.by];
    for (const [id, place] of placed)
      if (!ends.includes(id) && segmentsOf(corners).some(([a, b]) => distance(place, a, b) < 0.8))
        cost += NODE_ON_EDGE;
    for (const line of lines) {
      const crossings = segmentsOf(line).filter(([a, b]) =>
        segmentsOf(corners).some(([c, d]) => doCross(a, b, c, d)),
      );
      cost += CROSSING * crossings.length;
    }
    lines.push(corners);
  }
  return cost;
}

type Segment = readonly [GridPlace, GridPlace];

const segmentsOf = (corners: readonly GridPlace[]): readonly Segment[] =>
  corners.slice(1).map((corner, index) => [corners[index], corner]);

function distance(place: GridPlace, a: GridPlace, b: GridPlace): number {
  const [dx, dy] = [b.column - a.column, b.row - a.row];
  const along = ((place.column - a.column) * dx + (place.row - a.row) * dy) / (dx * dx + dy * dy);
  const t = Math.max(0, Math.min(1, along || 0));
  return Math.hypot(place.column - a.column - t * dx, place.row - a.row - t * dy);
}

/** Within both; a common end is no crossing. */
function doCross(a: GridPlace, b: GridPlace, c: GridPlace, d: GridPlace): boolean {
  const side = (p: GridPlace, q: GridPlace, r: GridPlace): number =>
    Math.sign((q.column - p.column) * (r.row - p.row) - (q.row - p.row) * (r.column - p.column));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
