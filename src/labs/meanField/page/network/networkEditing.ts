/** What a person does to a network, as edits. */

import type { GesturePhase } from '../../../../plots/drag/gesture.ts';
import type { LabController } from '../../../../store/controller.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { type MeanFieldEdit, withMeanFieldEdit } from '../../edits.ts';
import type { EditedNode } from '../../networkEdits.ts';

type Edits = readonly MeanFieldEdit[];
type Nodes = readonly EditedNode[];

/** What speaks of nodes and states that the network no longer has goes with them. */
export function withNetwork(edits: Edits, nodes: Nodes): Edits {
  const kept = edits.filter((edit) => {
    if (!('node' in edit)) return true;
    const node = nodes.find(({ id }) => id === edit.node);
    if (!node) return false;
    if (edit.kind === 'observeNode') return edit.state === null || edit.state < node.states.length;
    return edit.kind !== 'setFactor' || edit.q.length === node.states.length;
  });
  return withMeanFieldEdit(kept, { kind: 'setNetwork', nodes: [...nodes] });
}

/** Evidence on a node; null for none. Where q was put by hand is forgotten. */
export function withEvidence(edits: Edits, node: number, state: number | null): Edits {
  const kept = edits.filter(
    (edit) => !((edit.kind === 'setFactor' || edit.kind === 'updateNext') && edit.node === node),
  );
  return withMeanFieldEdit(kept, { kind: 'observeNode', node, state });
}

export function createNetworkEditing(controller: LabController) {
  const { editing } = controller;
  // The document's edits are checked by the lab where they come in.
  const committed = () => editing.committed as Edits;
  const change = async (of: (edits: Edits) => Edits, sentence: string): Promise<boolean> => {
    const isDone = await editing.commit(of(committed()));
    if (isDone) announce(sentence);
    return isDone;
  };
  const follow = async (
    phase: GesturePhase,
    of: (edits: Edits) => Edits,
    target: string,
    sentence: string,
  ): Promise<void> => {
    if (phase === 'move') editing.draft(of(committed()));
    else if (phase === 'cancel') await editing.drop();
    else if (phase === 'end' && (await editing.finish(of(committed()), target))) announce(sentence);
  };
  return {
    /** A change of nodes, arrows or tables; refused in words where it makes no network. */
    setNodes: (nodes: Nodes, sentence: string) =>
      change((edits) => withNetwork(edits, nodes), sentence),
    /** The same while a gesture goes on. */
    followNodes: (phase: GesturePhase, nodes: Nodes, target: string, sentence: string) =>
      follow(phase, (edits) => withNetwork(edits, nodes), target, sentence),
    observe: (node: EditedNode, state: number | null) =>
      change(
        (edits) => withEvidence(edits, node.id, state),
        state === null
          ? `${node.name} is hidden again.`
          : `${node.name} is observed: ${node.states[state]}.`,
      ),
    followFactor: (phase: GesturePhase, node: EditedNode, q: readonly number[]) =>
      follow(
        phase,
        (edits) => withMeanFieldEdit(edits, { kind: 'setFactor', node: node.id, q: [...q] }),
        `q ${node.id}`,
        `q of ${node.name} was moved by hand.`,
      ),
    /** Back to the preset and its evidence. */
    restore: () =>
      change(
        (edits) => edits.filter(({ kind }) => kind !== 'setNetwork' && kind !== 'observeNode'),
        'The network is that of the preset again.',
      ),
    /** Hides all nodes. */
    clearEvidence: (nodes: Nodes) =>
      change(
        (edits) => nodes.reduce<Edits>((list, { id }) => withEvidence(list, id, null), edits),
        'No node is observed.',
      ),
    /** One update of this node, before those whose turn it is. */
    async update(node: EditedNode): Promise<void> {
      const next: MeanFieldEdit = { kind: 'updateNext', node: node.id };
      // The step itself is what Undo takes back.
      await editing.put(withMeanFieldEdit(committed(), next), { sameStep: true });
      await controller.step();
      announce(`${node.name} was updated.`);
    },
  };
}

export type NetworkEditing = ReturnType<typeof createNetworkEditing>;
