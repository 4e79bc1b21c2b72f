/** Carries out what is done to clusters, in the plot, by keys or on their card, as edits. */

import type { Covariance2 } from '../../../../plots/layers/ellipse.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import type { GesturePhase } from '../../../../plots/useManipulation.ts';
import type { LabController } from '../../../../store/controller.ts';
import { shownOf, snapshotOf } from '../../../lab.ts';
import { createEditGestures, type EditGestures } from '../../../shared/editing/editGestures.ts';
import { parseSvaeGmmEdit, type SvaeGmmEdit, withEdit, withoutRemoval } from '../../edits.ts';
import { svaeGmm } from '../../lab.ts';
import type { ClusterSummary } from '../../snapshot.ts';
import { moveEdit, reshapeEdit, withoutCluster } from './clusterEdits.ts';
import { editInWords, removalInWords } from './editWords.ts';

export interface ClusterHands extends Pick<EditGestures<SvaeGmmEdit>, 'clear' | 'bake'> {
  readonly move: (id: number, mean: Latent, phase: GesturePhase) => void;
  readonly reshape: (id: number, covariance: Covariance2, phase: GesturePhase) => void;
  /** `done` when the slider is let go. */
  readonly weigh: (id: number, weight: number, done: boolean) => void;
  readonly remove: (id: number) => void;
  readonly restore: (id: number) => void;
  readonly undoEditsOf: (id: number) => void;
}

/** `axes`: the two latent dimensions shown. */
export function createClusterHands(
  controller: LabController,
  axes: readonly [number, number],
): ClusterHands {
  const gestures = createEditGestures(controller, parseSvaeGmmEdit);
  const { committed, draft, commit } = gestures;
  /** The cluster as it was when the drag began. */
  let grasped: ClusterSummary | null = null;

  const snapshot = () => snapshotOf(svaeGmm, controller.run.getState());
  const summary = (id: number) => snapshot()?.clusters.find((cluster) => cluster.id === id) ?? null;

  const finish = async (edit: SvaeGmmEdit): Promise<void> => {
    const target = `${edit.kind} ${edit.cluster}`;
    if (await gestures.finish(withEdit(committed(), edit), target))
      await gestures.tell(`${editInWords(edit)}.`);
  };

  const gesture = (
    id: number,
    phase: GesturePhase,
    edit: (held: ClusterSummary) => SvaeGmmEdit,
  ) => {
    if (phase === 'start') grasped = summary(id);
    if (!grasped) return;
    if (phase === 'move') draft(withEdit(committed(), edit(grasped)));
    if (phase === 'end') void finish(edit(grasped));
  };

  /** A drag that ends where it began is a press, not an edit. */
  let moved = false;
  const watched = (
    id: number,
    phase: GesturePhase,
    edit: (held: ClusterSummary) => SvaeGmmEdit,
  ) => {
    if (phase === 'start') moved = false;
    if (phase === 'move') moved = true;
    if (phase !== 'end' || moved) gesture(id, phase, edit);
  };

  return {
    move: (id, mean, phase) => watched(id, phase, (held) => moveEdit(held, axes, mean)),
    reshape: (id, covariance, phase) =>
      watched(id, phase, (held) => reshapeEdit(held, axes, covariance)),
    weigh(cluster, weight, done) {
      const edit = { kind: 'weighCluster', cluster, weight } as const;
      if (done) void finish(edit);
      else draft(withEdit(committed(), edit));
    },
    async remove(cluster) {
      const owners = snapshot()?.assignments ?? [];
      if (!(await commit(withEdit(committed(), { kind: 'removeCluster', cluster })))) return;
      const { assignments } = shownOf(svaeGmm, await controller.look());
      await gestures.tell(`${removalInWords(cluster, owners, assignments)}.`);
    },
    async restore(cluster) {
      if (!(await commit(withoutRemoval(committed(), cluster)))) return;
      await gestures.tell(`Cluster ${cluster + 1} is back.`);
    },
    async undoEditsOf(cluster) {
      if (!(await commit(withoutCluster(committed(), cluster)))) return;
      await gestures.tell(`Cluster ${cluster + 1} is as learned.`);
    },
    clear: gestures.clear,
    bake: gestures.bake,
  };
}
