/** Places the nodes of a model on a grid: rows by what depends on what, columns by a search. */
import { addedBy, type GridLine, type GridPlace, isAllowed } from './gridRules.ts';
import type { PlateModel } from './plateModel.ts';
import { rowsOf } from './rows.ts';

const WIDTH = 0.5;
/** How many columns the others may stand to the left or to the right of the first node. */
const FARTHEST = 4;

interface Known {
  readonly cost: number;
  readonly lines: readonly GridLine[];
  readonly left: number;
  readonly right: number;
}

/**
 * Where each node stands: edges short and upright, none through a node, few crossings, and in the
 * frame of a plate nothing but its members. For small models: columns are tried in turn, those near a
 * neighbour first, and a choice that costs more than the best one known is not followed further.
 *
 * @throws Error where a node depends on itself, or there is no room side by side
 */
export function gridOf(model: PlateModel): ReadonlyMap<string, GridPlace> {
  const rows = rowsOf(model);
  const order = inConnectedOrder(model);
  const placed = new Map<string, GridPlace>();
  let best: ReadonlyMap<string, GridPlace> | null = null;
  let leastCost = Number.POSITIVE_INFINITY;

  const follow = (index: number, known: Known): void => {
    if (index === order.length) {
      leastCost = known.cost + WIDTH * (known.right - known.left);
      best = new Map(placed);
      return;
    }
    const id = order[index];
    for (const column of columnsNear(neighboursOf(model, id), placed, index === 0)) {
      placed.set(id, { column, row: rows.get(id) ?? 0 });
      if (!isAllowed(model, placed, id)) continue;
      const added = addedBy(id, model, placed, known.lines);
      const cost = known.cost + added.cost;
      const [left, right] = [Math.min(known.left, column), Math.max(known.right, column)];
      if (cost + WIDTH * (right - left) < leastCost)
        follow(index + 1, { cost, lines: added.lines, left, right });
    }
    placed.delete(id);
  };
  follow(0, { cost: 0, lines: [], left: 0, right: 0 });
  if (best === null) throw new Error('The nodes of the graphical model find no room side by side.');
  return best;
}

/** The columns in which a node can stand, those near the placed neighbours first. */
function columnsNear(
  neighbours: readonly string[],
  placed: ReadonlyMap<string, GridPlace>,
  isFirst: boolean,
): readonly number[] {
  // Only places relative to one another matter.
  if (isFirst) return [0];
  const theirs = neighbours.flatMap((id) => placed.get(id)?.column ?? []);
  const middle = theirs.reduce((sum, column) => sum + column, 0) / Math.max(1, theirs.length);
  return Array.from({ length: 2 * FARTHEST + 1 }, (_, index) => index - FARTHEST).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle) || b - a,
  );
}

const neighboursOf = ({ edges }: PlateModel, id: string): readonly string[] =>
  edges
    .map(({ from, to, by }) => [from, to, by].filter((end) => end !== undefined))
    .filter((ends) => ends.includes(id))
    .flatMap((ends) => ends.filter((end) => end !== id));

/** Each node after a neighbour of its own, so that bad choices are seen early. */
function inConnectedOrder(model: PlateModel): readonly string[] {
  const order: string[] = [];
  const visit = (id: string): void => {
    if (order.includes(id)) return;
    order.push(id);
    for (const neighbour of neighboursOf(model, id)) visit(neighbour);
  };
  for (const { id } of model.nodes) visit(id);
  return order;
}
