/**
 * Discrete Bayesian networks: p(x) = prod_i p(x_i | parents of i), each factor a table. Checked and
 * laid out for inference, with the families (a node and its parents) each node is in.
 */

/** A node as a person writes it. */
export interface NetworkNode {
  readonly name: string;
  /** Names of its states, at least one. */
  readonly states: readonly string[];
  /** Indices of other nodes, in the order of the table. */
  readonly parents: readonly number[];
  /**
   * One row for each combination of the parents' states, the last parent's changing first; in a row
   * a probability for each state, which add up to 1.
   */
  readonly table: readonly number[];
}

/** What keeps nodes from being a network: a sentence, and the nodes it is about. */
export interface NetworkProblem {
  readonly kind: 'cycle' | 'table' | 'states' | 'parents' | 'evidence';
  readonly nodes: readonly number[];
  readonly message: string;
}

/** A network as inference reads it. */
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly size: number;
  /** n: number of states of each node. */
  readonly states: Int32Array;
  /** Where a node's states start in arrays of one number per state; n + 1 of them. */
  readonly offsets: Int32Array;
  /** Parents before children. */
  readonly order: Int32Array;
  readonly parents: readonly Int32Array[];
  readonly children: readonly Int32Array[];
  /** Parents, children and the children's other parents, ascending. */
  readonly blankets: readonly Int32Array[];
  /** log of each table; -Infinity for 0. */
  readonly logTables: readonly Float64Array[];
  /**
   * For each node the strides of its table: of its parents in their order, then 1 for its own
   * states.
   */
  readonly strides: readonly Int32Array[];
}

/** A node with no evidence; otherwise evidence holds the index of its state. */
export const HIDDEN = -1;

/** The largest table; twelve binary parents. */
const LARGEST_TABLE = 1 << 13;
/** How far a row may be from adding up to 1. */
const ROW_TOLERANCE = 1e-6;

/** Everything that is wrong with nodes, in their order; empty where nothing is. */
export function problemsOf(nodes: readonly NetworkNode[]): NetworkProblem[] {
  const problems = nodes.flatMap((_, i) => problemsOfNode(nodes, i));
  const cycle = findCycle(nodes);
  if (cycle) {
    const path = [...cycle, cycle[0]].map((i) => nodes[i].name).join(' → ');
    problems.push({
      kind: 'cycle',
      nodes: cycle,
      message: `The arrows go round in a circle: ${path}. Remove one of them.`,
    });
  }
  return problems;
}

function problemsOfNode(nodes: readonly NetworkNode[], i: number): NetworkProblem[] {
  const node = nodes[i];
  const said = (kind: NetworkProblem['kind'], message: string): NetworkProblem[] => [
    { kind, nodes: [i], message },
  ];
  if (node.states.length === 0)
    return said('states', `${node.name} has no states; give it at least one.`);
  const isParent = (j: number) => Number.isInteger(j) && j >= 0 && j < nodes.length && j !== i;
  const stranger = node.parents.find((j) => !isParent(j));
  if (stranger !== undefined)
    return said(
      'parents',
      `${node.name} names ${stranger} as a parent; expected another node, 0 to ${nodes.length - 1}.`,
    );
  if (new Set(node.parents).size < node.parents.length)
    return said('parents', `${node.name} names the same parent twice.`);
  const K = node.states.length;
  const rows = node.parents.reduce((product, j) => product * nodes[j].states.length, 1);
  // A parent without states is a problem of the parent.
  if (rows === 0) return [];
  if (rows * K > LARGEST_TABLE)
    return said(
      'parents',
      `${node.name} has ${node.parents.length} parents: its table would hold ${rows * K} probabilities; at most ${LARGEST_TABLE} are possible.`,
    );
  if (node.table.length !== rows * K)
    return said(
      'table',
      `The table of ${node.name} holds ${node.table.length} probabilities; expected ${rows} rows of ${K}.`,
    );
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let s = 0; s < K; s++) {
      const value = node.table[row * K + s];
      if (!(value >= 0 && value <= 1))
        return said(
          'table',
          `${inRow(nodes, node, row)} state ${node.states[s]} has probability ${value}; expected 0 to 1.`,
        );
      sum += value;
    }
    if (Math.abs(sum - 1) > ROW_TOLERANCE)
      return said(
        'table',
        `${inRow(nodes, node, row)} probabilities add up to ${Number(sum.toPrecision(6))}; expected 1.`,
      );
  }
  return [];
}

/** "In the table of wet, in the row rain = yes," */
function inRow(nodes: readonly NetworkNode[], node: NetworkNode, row: number): string {
  let rest = row;
  const given = [...node.parents].reverse().map((j) => {
    const { name, states } = nodes[j];
    const state = states[rest % states.length];
    rest = Math.floor(rest / states.length);
    return `${name} = ${state}`;
  });
  const where = given.length > 0 ? ` in the row ${given.reverse().join(', ')},` : '';
  return `In the table of ${node.name},${where}`;
}

/** Nodes of a directed cycle in the order of its arrows, the least first; null where there is none. */
export function findCycle(nodes: readonly NetworkNode[]): number[] | null {
  const [NEW, OPEN, DONE] = [0, 1, 2];
  const marks = nodes.map(() => NEW);
  const path: number[] = [];
  /** Follows arrows backwards, from child to parent. */
  const visit = (i: number): number[] | null => {
    marks[i] = OPEN;
    path.push(i);
    for (const parent of nodes[i].parents) {
      if (nodes[parent] === undefined) continue;
      if (marks[parent] === OPEN) return fromLeast(path.slice(path.indexOf(parent)).reverse());
      const cycle = marks[parent] === NEW ? visit(parent) : null;
      if (cycle) return cycle;
    }
    path.pop();
    marks[i] = DONE;
    return null;
  };
  for (let i = 0; i < nodes.length; i++) {
    const cycle = marks[i] === NEW ? visit(i) : null;
    if (cycle) return cycle;
  }
  return null;
}

function fromLeast(cycle: readonly number[]): number[] {
  const first = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

/**
 * @throws RangeError with the message of the first of `problemsOf`
 */
export function makeNetwork(nodes: readonly NetworkNode[]): Network {
  const [problem] = problemsOf(nodes);
  if (problem) throw new RangeError(problem.message);
  const size = nodes.length;
  const states = Int32Array.from(nodes, (node) => node.states.length);
  const offsets = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) offsets[i + 1] = offsets[i] + states[i];
  const children = nodes.map((_, i) =>
    Int32Array.from(nodes.keys()).filter((j) => nodes[j].parents.includes(i)),
  );
  return {
    nodes,
    size,
    states,
    offsets,
    order: parentsFirst(nodes),
    parents: nodes.map((node) => Int32Array.from(node.parents)),
    children,
    blankets: nodes.map((node, i) => {
      const blanket = new Set([
        ...node.parents,
        ...[...children[i]].flatMap((child) => [child, ...nodes[child].parents]),
      ]);
      blanket.delete(i);
      return Int32Array.from(blanket).sort();
    }),
    logTables: nodes.map((node) => Float64Array.from(node.table, Math.log)),
    strides: nodes.map((node) => {
      const strides = new Int32Array(node.parents.length + 1);
      let stride = node.states.length;
      for (let k = node.parents.length - 1; k >= 0; k--) {
        strides[k] = stride;
        stride *= states[node.parents[k]];
      }
      strides[node.parents.length] = 1;
      return strides;
    }),
  };
}

function parentsFirst(nodes: readonly NetworkNode[]): Int32Array {
  const order: number[] = [];
  const isPlaced = nodes.map(() => false);
  const place = (i: number) => {
    if (isPlaced[i]) return;
    isPlaced[i] = true;
    nodes[i].parents.forEach(place);
    order.push(i);
  };
  nodes.forEach((_, i) => {
    place(i);
  });
  return Int32Array.from(order);
}

/** No evidence on any node. */
export function noEvidence(network: Network): Int32Array {
  return new Int32Array(network.size).fill(HIDDEN);
}

/** Indices of the nodes without evidence, ascending. */
export function hiddenNodes(evidence: Int32Array): Int32Array {
  return Int32Array.from(evidence.keys()).filter((i) => evidence[i] === HIDDEN);
}

/**
 * @returns what is wrong with evidence of the wrong length or a state that a node does not have
 */
export function problemOfEvidence(
  network: Network,
  evidence: ArrayLike<number>,
): NetworkProblem | null {
  if (evidence.length !== network.size)
    return {
      kind: 'evidence',
      nodes: [],
      message: `Evidence for ${evidence.length} nodes; the network has ${network.size}.`,
    };
  for (let i = 0; i < network.size; i++) {
    const state = evidence[i];
    const isState = Number.isInteger(state) && state >= HIDDEN && state < network.states[i];
    if (!isState)
      return {
        kind: 'evidence',
        nodes: [i],
        message: `${network.nodes[i].name} is observed in state ${state}; expected 0 to ${network.states[i] - 1}.`,
      };
  }
  return null;
}

/** log p(x) of one state of all nodes. */
export function logJoint(network: Network, state: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < network.size; i++) sum += logFactor(network, i, state);
  return sum;
}

/** log p(x_i | its parents) in one state of all nodes. */
export function logFactor(network: Network, i: number, state: ArrayLike<number>): number {
  const parents = network.parents[i];
  const strides = network.strides[i];
  let at = state[i];
  for (let k = 0; k < parents.length; k++) at += strides[k] * state[parents[k]];
  return network.logTables[i][at];
}
