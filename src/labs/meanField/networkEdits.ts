/** Edits of the network part. Nodes are named by ids, which stay when others come and go. */
import * as v from 'valibot';
import { countedFromZero, numberWithin } from '../shared/data/editNumbers.ts';
import { networkNames } from './targets.ts';

/** What the lab can draw and enumerate in a moment. */
export const LIMITS = { nodes: 64, states: 8, name: 24, table: 8192 } as const;

const id = countedFromZero('node');
const state = countedFromZero('state');
const name = v.pipe(
  v.string('a name must be text'),
  v.nonEmpty('a name must not be empty'),
  v.maxLength(LIMITS.name, `a name must have at most ${LIMITS.name} characters`),
);
const probability = numberWithin(0, 1, 'a probability');
const place = numberWithin(0, 1, 'a place');

const node = v.strictObject({
  id,
  name,
  states: v.pipe(
    v.array(name, 'states must be a list of names'),
    v.maxLength(LIMITS.states, `a node must have at most ${LIMITS.states} states`),
  ),
  /** By ids; the last one's states change first from row to row of the table. */
  parents: v.array(id, 'parents must be a list of ids'),
  /** Row by row, one for each combination of the parents' states, a probability for each state. */
  table: v.pipe(
    v.array(probability, 'a table must be a list of probabilities'),
    v.maxLength(LIMITS.table, `a table must hold at most ${LIMITS.table} probabilities`),
  ),
  /** Where it is drawn: x and y from 0 to 1, y downwards. */
  at: v.strictTuple([place, place], 'a place must be two numbers'),
});

/** A node of a network as a person edits it. */
export type EditedNode = v.InferOutput<typeof node>;

/** The preset that an edit changes: it counts while that is chosen, and stays with it. */
const target = v.picklist(
  networkNames,
  `the target must be one of the networks: ${networkNames.join(', ')}`,
);

/** setNetwork: these nodes take the place of the preset's. */
const setNetwork = v.strictObject({
  kind: v.literal('setNetwork'),
  target,
  nodes: v.pipe(
    v.array(node, 'the network must be a list of nodes'),
    v.minLength(1, 'a network needs at least one node'),
    v.maxLength(LIMITS.nodes, `a network may have at most ${LIMITS.nodes} nodes`),
  ),
});

/** observeNode: evidence on a node; null takes away what the preset has. */
const observeNode = v.strictObject({
  kind: v.literal('observeNode'),
  target,
  node: id,
  state: v.nullable(state),
});

/** setFactor: q of a node is put here; coordinate ascent goes on from it. */
const setFactor = v.strictObject({
  kind: v.literal('setFactor'),
  node: id,
  q: v.pipe(
    v.array(probability, 'q must be a list of probabilities'),
    v.minLength(1, 'q needs a probability for each state'),
  ),
});

const MOST_TURNS = 1000;

/** chooseNodes: steps that begin with a chosen node, not with the one whose turn it is. */
const chooseNodes = v.strictObject({
  kind: v.literal('chooseNodes'),
  turns: v.pipe(
    v.array(
      v.strictTuple([countedFromZero('step'), id], 'a turn must be a step and a node'),
      'must be a list',
    ),
    v.maxLength(MOST_TURNS, `has room for ${MOST_TURNS} turns`),
  ),
});

export const networkEditSchemas = [setNetwork, observeNode, setFactor, chooseNodes] as const;

export type NetworkEdit = v.InferOutput<(typeof networkEditSchemas)[number]>;

/** Edits that say what is approximated, not where q is. */
export const isOfNetwork = (edit: {
  readonly kind: string;
}): edit is Extract<NetworkEdit, { readonly target: unknown }> =>
  edit.kind === 'setNetwork' || edit.kind === 'observeNode';
