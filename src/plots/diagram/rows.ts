import type { ModelEdge, PlateModel } from './plateModel.ts';

const LENGTH = 2;
const LENGTH_BY_NETWORK = 3;

/** How many rows lie between both ends. */
function lengthOf({ by, isLong, isNext }: ModelEdge): number {
  if (isNext) return 0;
  return by === undefined && !isLong ? LENGTH : LENGTH_BY_NETWORK;
}

/** An edge with both its ends. */
type Dependence = ModelEdge & { readonly from: string; readonly to: string };

const isDependence = (edge: ModelEdge): edge is Dependence =>
  edge.from !== undefined && edge.to !== undefined;

/**
 * The row of each node: below all it depends on, and just above what depends on it where it depends
 * on nothing.
 *
 * @throws Error where a node depends on itself through others
 */
export function rowsOf({ nodes, edges }: PlateModel): ReadonlyMap<string, number> {
  const rows = new Map(nodes.map(({ id }) => [id, 0]));
  const at = (id: string): number => rows.get(id) ?? 0;
  const dependences = edges
    .filter(isDependence)
    .filter(({ isInference, isUpwards }) => !isInference && !isUpwards);
  let isSettled = false;
  for (let round = 0; !isSettled; round++) {
    if (round > nodes.length) throw new Error('A graphical model must not have a cycle.');
    isSettled = true;
    for (const edge of dependences) {
      const wanted = at(edge.from) + lengthOf(edge);
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
  for (const { by, from, to, isUpwards } of edges.filter(isDependence)) {
    if (by !== undefined) rows.set(by, (at(from) + at(to)) / 2);
    if (isUpwards) rows.set(from, Math.max(at(from), at(to) + LENGTH));
  }
  return rows;
}
