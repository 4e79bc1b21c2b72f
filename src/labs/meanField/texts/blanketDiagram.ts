import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { INFERENCE_LOOK } from '../../../plots/style/inferenceLook.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { LiveModel } from '../../shared/diagram/labDiagram.ts';
import type { EditedNode } from '../networkEdits.ts';
import type { NetworkSnapshot } from '../networkSnapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
export type ShownNetwork = Pick<NetworkSnapshot, 'part' | 'nodes' | 'evidence' | 'q' | 'next'>;

const NODES: readonly (ModelNode & { readonly lights?: Highlight })[] = [
  { id: 'parents', kind: 'latent', symbol: 'pa_j', name: 'parents of node j', lights: 'blanket' },
  {
    ...{ id: 'node', kind: 'latent', symbol: 'z_j', name: 'node j' },
    ...{ lights: 'network', each: 'node' },
  },
  {
    ...{ id: 'coParents', kind: 'latent', symbol: 'cp_j', lights: 'blanket' },
    name: 'other parents of its children',
  },
  {
    ...{ id: 'children', kind: 'observed', symbol: 'ch_j', name: 'children of node j' },
    lights: 'blanket',
  },
];

/** Thesis, figure 2.4: a node and its Markov blanket, which is all that its update depends on. */
export const BLANKET: PlateModel = {
  nodes: NODES,
  edges: [
    { from: 'parents', to: 'node' },
    { from: 'node', to: 'children' },
    { from: 'coParents', to: 'children' },
  ],
  plates: [],
};

/**
 * The blanket of one node of the network.
 *
 * @param pointedAt its id; null for the node that is updated next
 */
export function ofNetwork(snapshot: ShownNetwork, pointedAt: number | null): LiveModel {
  const { nodes, evidence, q } = snapshot;
  const centre = nodes.find(({ id }) => id === (pointedAt ?? snapshot.next)) ?? nodes[0];
  const children = nodes.filter(({ parents }) => parents.includes(centre.id));
  const coParents = nodes.filter(
    ({ id }) => id !== centre.id && children.some(({ parents }) => parents.includes(id)),
  );
  const parents = nodes.filter(({ id }) => centre.parents.includes(id));
  const inWords = (node: EditedNode): string => {
    const index = nodes.indexOf(node);
    const observed = evidence[index];
    if (observed !== null) return `${node.name} is observed: ${node.states[observed]}`;
    const [state] = node.states.map((_, at) => at).sort((a, b) => q[index][b] - q[index][a]);
    return `q of ${node.name}: ${node.states[state]} ${formatFixed(q[index][state], 2)}`;
  };
  const live = (members: readonly EditedNode[], none: string): LiveNode => ({
    // The first one stands for all.
    picture:
      members.length === 0
        ? null
        : {
            ...{ kind: 'bars', values: q[nodes.indexOf(members[0])], most: 1 },
            ink: (theme) => INFERENCE_LOOK[theme].meanField,
          },
    words: members.length === 0 ? none : `Now ${members.map(inWords).join('; ')}.`,
    ...(members.every((member) => evidence[nodes.indexOf(member)] === null) && {
      isUnobserved: true,
    }),
  });
  return {
    counts: {},
    nodes: {
      parents: live(parents, `The node ${centre.name} has no parents.`),
      node: live([centre], ''),
      coParents: live(coParents, `The children of ${centre.name} have no other parents.`),
      children: live(children, `The node ${centre.name} has no children.`),
    },
  };
}
