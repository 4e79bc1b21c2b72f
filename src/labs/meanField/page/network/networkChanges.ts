/** Changes of a network as pure functions of its nodes. Tables follow: each row goes on adding up to 1. */
import { rounded, withShare } from '../../../shared/data/withShare.ts';
import { type EditedNode, LIMITS } from '../../networkEdits.ts';

type Nodes = readonly EditedNode[];

export const nodeOf = (nodes: Nodes, id: number): EditedNode | undefined =>
  nodes.find((node) => node.id === id);

/** The nodes with one of them changed. */
const withNode = (
  nodes: Nodes,
  id: number,
  change: (node: EditedNode) => EditedNode,
): EditedNode[] => nodes.map((node) => (node.id === id ? change(node) : node));

/** A node with two states and no parents; its id is new. */
export function addNode(nodes: Nodes, at: EditedNode['at']): { nodes: EditedNode[]; id: number } {
  const id = 1 + Math.max(-1, ...nodes.map((node) => node.id));
  const names = new Set(nodes.map(({ name }) => name));
  let number = nodes.length + 1;
  while (names.has(`Node ${number}`)) number += 1;
  const node = {
    ...{ id, name: `Node ${number}`, states: ['no', 'yes'], parents: [], table: [0.5, 0.5] },
    at,
  };
  return { nodes: [...nodes, node], id };
}

/** Without a node; its children's tables become means over its states. */
export const removeNode = (nodes: Nodes, id: number): EditedNode[] =>
  nodes
    .filter((node) => node.parents.includes(id))
    .reduce<Nodes>((left, child) => removeParent(left, child.id, id), nodes)
    .filter((node) => node.id !== id);

/** @param to a place from the one where it is */
export const moveNode = (
  nodes: Nodes,
  id: number,
  to: (at: EditedNode['at']) => EditedNode['at'],
): EditedNode[] => withNode(nodes, id, (node) => ({ ...node, at: to(node.at) }));

export const renameNode = (nodes: Nodes, id: number, name: string): EditedNode[] =>
  withNode(nodes, id, (node) => ({ ...node, name: name.trim().slice(0, LIMITS.name) }));

export const renameState = (nodes: Nodes, id: number, state: number, name: string): EditedNode[] =>
  withNode(nodes, id, (node) => ({
    ...node,
    states: node.states.map((known, s) =>
      s === state ? name.trim().slice(0, LIMITS.name) : known,
    ),
  }));

/** The last parent's states change first: each row is there once for each of them. */
export function addParent(nodes: Nodes, child: number, parent: number): EditedNode[] {
  const count = nodeOf(nodes, parent)?.states.length ?? 0;
  return withNode(nodes, child, (node) => ({
    ...node,
    parents: [...node.parents, parent],
    table: rowsOf(node).flatMap((row) => Array.from({ length: count }, () => row).flat()),
  }));
}

/** The table becomes the mean over the states of the parent that goes. */
export const removeParent = (nodes: Nodes, child: number, parent: number): EditedNode[] =>
  withNode(nodes, child, (node) => ({
    ...node,
    parents: node.parents.filter((id) => id !== parent),
    table: byParent(nodes, node, parent, (rows) => [meanOf(rows)]),
  }));

/** A probability of a row; the others of the row keep their proportions. */
export function setProbability(
  nodes: Nodes,
  id: number,
  row: number,
  state: number,
  value: number,
): EditedNode[] {
  return withNode(nodes, id, (node) => {
    const rows = rowsOf(node);
    rows[row] = withShare(rows[row], state, value);
    return { ...node, table: rows.flat() };
  });
}

/** One more state, with an equal share in each row; children have the rows of the last one for it. */
export function addState(nodes: Nodes, id: number): EditedNode[] {
  const changed = nodes.map((node) =>
    node.parents.includes(id)
      ? { ...node, table: byParent(nodes, node, id, (rows) => [...rows, rows[rows.length - 1]]) }
      : node,
  );
  return withNode(changed, id, (node) => {
    const count = node.states.length;
    let number = count + 1;
    while (node.states.includes(`state ${number}`)) number += 1;
    const table = rowsOf(node).flatMap((row) => withShare([...row, 0], count, 1 / (count + 1)));
    return { ...node, states: [...node.states, `state ${number}`], table };
  });
}

/** Without a state; the others share what it had, and its rows go from the tables of children. */
export function removeState(nodes: Nodes, id: number, state: number): EditedNode[] {
  const changed = nodes.map((node) =>
    node.parents.includes(id)
      ? {
          ...node,
          table: byParent(nodes, node, id, (rows) => rows.filter((_, s) => s !== state)),
        }
      : node,
  );
  return withNode(changed, id, (node) => ({
    ...node,
    states: node.states.filter((_, s) => s !== state),
    table: rowsOf(node).flatMap((row) => withShare(row, state, 0).filter((_, s) => s !== state)),
  }));
}

/** What the parents' states are in a row of a table. */
export function statesInRow(nodes: Nodes, node: EditedNode, row: number): string[] {
  let rest = row;
  return [...node.parents]
    .reverse()
    .map((id) => {
      const states = nodeOf(nodes, id)?.states ?? [];
      const state = states[rest % states.length];
      rest = Math.floor(rest / states.length);
      return state ?? '';
    })
    .reverse();
}

export function rowsOf({ table, states }: EditedNode): number[][] {
  const K = states.length;
  return Array.from({ length: K > 0 ? table.length / K : 0 }, (_, row) =>
    table.slice(row * K, (row + 1) * K),
  );
}

/** The table with the rows that differ in a parent's state alone changed together. */
function byParent(
  nodes: Nodes,
  node: EditedNode,
  parent: number,
  change: (rows: readonly (readonly number[])[]) => readonly (readonly number[])[],
): number[] {
  const rows = rowsOf(node);
  const countOf = (id: number) => nodeOf(nodes, id)?.states.length ?? 1;
  const place = node.parents.indexOf(parent);
  const count = countOf(parent);
  const inner = node.parents.slice(place + 1).reduce((product, id) => product * countOf(id), 1);
  const outer = rows.length / (count * inner);
  return Array.from({ length: outer }, (_, o) => {
    const changed = Array.from({ length: inner }, (_, i) =>
      change(Array.from({ length: count }, (_, s) => rows[(o * count + s) * inner + i])),
    );
    return changed[0].flatMap((_, s) => changed.flatMap((rows) => rows[s]));
  }).flat();
}

const meanOf = (rows: readonly (readonly number[])[]): number[] =>
  rows[0].map((_, s) => rounded(rows.reduce((sum, row) => sum + row[s], 0) / rows.length));
