/** What a person does to a network, as edits. */

import type { GesturePhase } from '../../../../plots/drag/gesture.ts';
import type { LabController } from '../../../../store/controller.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { editsOf, settingsOf, snapshotOf } from '../../../lab.ts';
import { createEditGestures } from '../../../shared/editing/editGestures.ts';
import { type MeanFieldEdit, withMeanFieldEdit } from '../../edits.ts';
import { meanField } from '../../lab.ts';
import { type EditedNode, isOfNetwork } from '../../networkEdits.ts';
import type { NetworkTarget } from '../../targets.ts';
import { freePlace } from './graph.ts';
import { addNode, nodeOf } from './networkChanges.ts';

type Edits = readonly MeanFieldEdit[];
type Nodes = readonly EditedNode[];

/** What speaks of nodes and states that the network no longer has goes with them. */
export function withNetwork(edits: Edits, target: NetworkTarget, nodes: Nodes): Edits {
  const statesOf = (id: number): number => nodeOf(nodes, id)?.states.length ?? 0;
  const kept = edits.flatMap((edit): Edits => {
    if (edit.kind === 'chooseNodes')
      return [{ ...edit, turns: edit.turns.filter(([, id]) => statesOf(id) > 0) }];
    const isGone =
      edit.kind === 'observeNode'
        ? edit.target === target && (edit.state ?? 0) >= statesOf(edit.node)
        : edit.kind === 'setFactor' && edit.q.length !== statesOf(edit.node);
    return isGone ? [] : [edit];
  });
  return withMeanFieldEdit(kept, { kind: 'setNetwork', target, nodes: [...nodes] });
}

/** Evidence on a node; null for none. Where its q was put by hand is forgotten. */
export function withEvidence(
  edits: Edits,
  target: NetworkTarget,
  node: number,
  state: number | null,
): Edits {
  const kept = edits.filter((edit) => edit.kind !== 'setFactor' || edit.node !== node);
  return withMeanFieldEdit(kept, { kind: 'observeNode', target, node, state });
}

/** At a step this node is updated first. */
export function withChosen(edits: Edits, step: number, node: number): Edits {
  const turns = edits.find((edit) => edit.kind === 'chooseNodes')?.turns ?? [];
  return withMeanFieldEdit(edits, {
    kind: 'chooseNodes',
    turns: [...turns.filter(([at]) => at < step), [step, node]],
  });
}

/** What becomes of the nodes there are: those that earlier changes leave, also where no picture has shown them yet. */
type ChangeOfNodes = (nodes: Nodes) => Nodes;

export function createNetworkEditing(controller: LabController) {
  const gestures = createEditGestures<MeanFieldEdit>(controller);
  const target = () => settingsOf(meanField, controller.effective()).target as NetworkTarget;
  const nodesUnder = (edits: Edits): Nodes => {
    const own = edits.find((edit) => edit.kind === 'setNetwork' && edit.target === target());
    if (own?.kind === 'setNetwork') return own.nodes;
    const snapshot = snapshotOf(meanField, controller.run.getState());
    return snapshot?.part === 'network' ? snapshot.nodes : [];
  };
  const withChanged = (of: ChangeOfNodes) => (edits: Edits) =>
    withNetwork(edits, target(), of(nodesUnder(edits)));
  const { change } = gestures;
  return {
    /** A change of nodes, arrows or tables; refused in words where it makes no network. */
    setNodes: (of: ChangeOfNodes, sentence: string) => change(withChanged(of), sentence),
    /** The same while a gesture goes on. */
    followNodes: (phase: GesturePhase, of: ChangeOfNodes, what: string, sentence: string) =>
      gestures.follow(phase, withChanged(of), what, sentence),
    /** A node more, there or where there is room; its id, or null where it was refused. */
    async addNode(at?: EditedNode['at']): Promise<number | null> {
      let id = 0;
      const isDone = await change(
        withChanged((nodes) => {
          const added = addNode(nodes, at ?? freePlace(nodes));
          id = added.id;
          return added.nodes;
        }),
        'A node was added.',
      );
      return isDone ? id : null;
    },
    observe: (node: EditedNode, state: number | null) =>
      change(
        (edits) => withEvidence(edits, target(), node.id, state),
        state === null
          ? `${node.name} is hidden again.`
          : `${node.name} is observed: ${node.states[state]}.`,
      ),
    followFactor: (phase: GesturePhase, node: EditedNode, q: readonly number[], state = 0) =>
      gestures.follow(
        phase,
        (edits) => withMeanFieldEdit(edits, { kind: 'setFactor', node: node.id, q: [...q] }),
        `q ${node.id}`,
        `q of ${node.name} = ${node.states[state]} is ${formatFixed(q[state], 3)}.`,
      ),
    /** Back to the preset and its evidence. */
    restore: () =>
      change(
        (edits) => edits.filter((edit) => !isOfNetwork(edit) || edit.target !== target()),
        'The network is that of the preset again.',
      ),
    /** Hides all nodes. */
    clearEvidence: () =>
      change(
        (edits) =>
          nodesUnder(edits).reduce<Edits>(
            (list, { id }) => withEvidence(list, target(), id, null),
            edits,
          ),
        'No node is observed.',
      ),
    /** A step that begins with this node; one step of undo. */
    async update(node: EditedNode): Promise<void> {
      await controller.pause();
      await controller.bakeEdits();
      const { step } = await controller.currentFrame();
      const edits = editsOf(meanField, controller.document.getState());
      await controller.editing.put(withChosen(edits, step, node.id), { sameStep: true });
      await controller.step();
      announce(`${node.name} was updated.`);
    },
  };
}

export type NetworkEditing = ReturnType<typeof createNetworkEditing>;
