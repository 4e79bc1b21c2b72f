/** A network with its evidence as inference takes it, and the exact answer where there is one. */
import {
  type ExactPosterior,
  enumerate,
  jointStates,
} from '../../../../inference/variational/network/enumeration.ts';
import { createNetworkGibbs } from '../../../../inference/variational/network/gibbs.ts';
import {
  HIDDEN,
  makeNetwork,
  type Network,
} from '../../../../inference/variational/network/network.ts';
import { forkRandom } from '../../../../math/random.ts';
import { shortened } from '../../../../settings/words.ts';
import type { EditedNode, NetworkEdit } from '../../networkEdits.ts';
import type { GivenNetwork } from './presets.ts';

export interface NetworkTargetState {
  readonly nodes: readonly EditedNode[];
  readonly network: Network;
  /** By index: the observed state, or HIDDEN. */
  readonly evidence: Int32Array;
  readonly indexOf: ReadonlyMap<number, number>;
  /** Null where there are too many joint states. */
  readonly exact: ExactPosterior | null;
  readonly jointStates: number;
  /** Tells this target from another one: 32 bits. */
  readonly key: number;
}

/**
 * A network under edits.
 *
 * @throws Error with what is wrong, in a sentence: cycles, tables, states, names, evidence that the
 * nodes cannot have or that has probability zero
 */
export function targetOf(preset: GivenNetwork, edits: readonly NetworkEdit[]): NetworkTargetState {
  const given = edits.find((edit) => edit.kind === 'setNetwork');
  const nodes = given?.nodes ?? preset.nodes;
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  mustHaveOwnNames(nodes, indexOf);
  const network = makeNetwork(
    nodes.map((node) => ({
      ...node,
      parents: node.parents.map((id) => parentIndex(indexOf, id, node)),
    })),
  );
  const evidence = new Int32Array(nodes.length).fill(HIDDEN);
  for (const [id, state] of preset.evidence) {
    const index = indexOf.get(id);
    if (index !== undefined && state < network.states[index]) evidence[index] = state;
  }
  for (const edit of edits) {
    if (edit.kind === 'observeNode')
      evidence[indexOfNode(indexOf, edit.node)] = stateOf(edit, nodes, indexOf);
  }
  const exact = enumerate(network, evidence);
  mustBePossible(nodes, network, evidence, exact);
  return {
    ...{ nodes, network, evidence, indexOf, exact },
    jointStates: jointStates(network, evidence),
    key: hashOf(
      JSON.stringify([nodes.map(({ id, parents, table }) => [id, parents, table]), [...evidence]]),
    ),
  };
}

/** @throws Error where the network has no such node */
export function indexOfNode(indexOf: ReadonlyMap<number, number>, id: number): number {
  const index = indexOf.get(id);
  if (index === undefined) throw new Error(`The network has no node ${id}.`);
  return index;
}

function parentIndex(
  indexOf: ReadonlyMap<number, number>,
  id: number,
  { name }: EditedNode,
): number {
  const index = indexOf.get(id);
  if (index === undefined)
    throw new Error(`${name} has node ${id} as a parent, which is not in the network.`);
  return index;
}

function stateOf(
  { node, state }: Extract<NetworkEdit, { readonly kind: 'observeNode' }>,
  nodes: readonly EditedNode[],
  indexOf: ReadonlyMap<number, number>,
): number {
  if (state === null) return HIDDEN;
  const { name, states } = nodes[indexOfNode(indexOf, node)];
  if (state >= states.length)
    throw new Error(
      `${name} has ${states.length} states, counted from 0; there is no state ${state}.`,
    );
  return state;
}

function mustHaveOwnNames(
  nodes: readonly EditedNode[],
  indexOf: ReadonlyMap<number, number>,
): void {
  if (indexOf.size < nodes.length) throw new Error('Two nodes of the network have the same id.');
  const names = new Set<string>();
  for (const { name, states } of nodes) {
    if (names.has(name))
      throw new Error(`Two nodes are called ${name}. Each needs a name of its own.`);
    names.add(name);
    const twice = states.find((state, at) => states.indexOf(state) < at);
    if (twice !== undefined) throw new Error(`${name} has the state “${twice}” twice.`);
  }
}

function mustBePossible(
  nodes: readonly EditedNode[],
  network: Network,
  evidence: Int32Array,
  exact: ExactPosterior | null,
): void {
  // Without enumeration a search for one possible state tells.
  const isPossible = exact
    ? exact.logEvidence > -Infinity
    : createNetworkGibbs(network, evidence, forkRandom(0, 'possible')) !== null;
  if (isPossible) return;
  const seen = nodes.flatMap(({ name, states }, i) =>
    evidence[i] === HIDDEN ? [] : [`${name} = ${states[evidence[i]]}`],
  );
  const cannot = seen.length > 1 ? 'cannot all be true' : 'cannot be true';
  throw new Error(
    `The evidence has probability zero: ${shortened(seen.join(', '), 120)} ${cannot}. Change the evidence or the tables.`,
  );
}

/** 32 bits of a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
