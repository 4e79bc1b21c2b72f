/** What makes one placement of a model's nodes on the grid possible, and better than another. */
import type { ModelEdge, PlateModel } from './plateModel.ts';

/** A place on the grid; nodes one below the other are two rows apart, nodes side by side two columns. */
export interface GridPlace {
  readonly column: number;
  readonly row: number;
}

/** How far towards its network an edge of inference has gone when it is beside it. */
const SLANT = 0.35;

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
  if (!edge.isInference) return [from, by, to];
  const beside = (end: GridPlace): GridPlace => ({
    column: by.column,
    row: end.row + SLANT * (by.row - end.row),
  });
  return [from, beside(from), by, beside(to), to];
}

export type Places = ReadonlyMap<string, GridPlace>;

/**
 * Whether a node that was placed last leaves room: for others beside it, for the frames of plates, which
 * hold nothing but their members, and for the edges that must run sideways or bend.
 */
export function isAllowed(
  { nodes, edges, plates }: PlateModel,
  placed: Places,
  id: string,
): boolean {
  const own = placed.get(id);
  if (!own) return true;
  const onEdges = new Set(nodes.filter(({ kind }) => kind === 'network').map((node) => node.id));
  for (const [other, { row, column }] of placed) {
    const isBeside = Math.abs(row - own.row) < 1.5;
    const apart = onEdges.has(other) && onEdges.has(id) ? 1 : 2;
    if (other !== id && isBeside && Math.abs(column - own.column) < apart) return false;
  }
  for (const edge of edges) {
    const [from, to, by] = [edge.from, edge.to, edge.by].map((end) => placed.get(end ?? ''));
    if (edge.isNext && from && to && to.column - from.column !== 2) return false;
    if (edge.isInference && by && [from, to].some((end) => end && end.column === by.column))
      return false;
  }
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

const NODE_ON_EDGE = 60;
const CROSSING = 12;
const BENT_NETWORK = 30;
/** Within a plate edges stand upright before others do. */
const UPRIGHT_ON_PLATE = 4;
const INFERENCE_AT_HAND = 0.6;
const BENDS_LEFT = 0.1;

/** An edge whose ends are placed. */
export interface GridLine {
  readonly edge: ModelEdge;
  readonly segments: readonly Segment[];
}

interface Added {
  readonly cost: number;
  readonly lines: readonly GridLine[];
}

/** What the node that was placed last adds to the cost of the lines before it: 0 or more. */
export function addedBy(
  id: string,
  { edges, plates }: PlateModel,
  placed: Places,
  before: readonly GridLine[],
): Added {
  const own = placed.get(id);
  let cost = 0;
  const lines = [...before];
  if (own) for (const line of before) if (isOn(own, line)) cost += NODE_ON_EDGE;
  for (const edge of edges) {
    const ends = endsOf(edge);
    const corners = ends.includes(id) ? cornersOf(edge, (end) => placed.get(end)) : null;
    if (!corners) continue;
    const isOnPlate = plates.some(({ members }) => ends.every((end) => members.includes(end)));
    cost += costOfShape(edge, corners, isOnPlate);
    const line: GridLine = { edge, segments: segmentsOf(corners) };
    for (const [other, place] of placed)
      if (!ends.includes(other) && isOn(place, line)) cost += NODE_ON_EDGE;
    for (const { segments } of lines)
      for (const [a, b] of segments)
        if (line.segments.some(([c, d]) => doCross(a, b, c, d))) cost += CROSSING;
    lines.push(line);
  }
  return { cost, lines };
}

const endsOf = ({ from, to, by }: ModelEdge): readonly string[] =>
  [from, to, by].filter((end) => end !== undefined);

/** How far an edge is from the shape that suits it. */
function costOfShape(edge: ModelEdge, corners: readonly GridPlace[], isOnPlate: boolean): number {
  if (edge.isNext) return 0;
  const [first, last] = [corners[0], corners[corners.length - 1]];
  const aside = corners[1].column - first.column;
  if (edge.isInference)
    return INFERENCE_AT_HAND * Math.abs(Math.abs(aside) - 2) + (aside < 0 ? BENDS_LEFT : 0);
  const across = last.column - first.column;
  const bend = edge.by === undefined ? 0 : Math.abs(aside - across / 2);
  return (isOnPlate ? UPRIGHT_ON_PLATE : 1) * (across / 2) ** 2 + BENT_NETWORK * bend;
}

const isOn = (place: GridPlace, { segments }: GridLine): boolean =>
  segments.some(([a, b]) => distance(place, a, b) < 0.8);

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
