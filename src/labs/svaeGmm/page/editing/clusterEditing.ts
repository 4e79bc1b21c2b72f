/** Carries out what is done to clusters, in the plot, by keys or on their card, as edits. */

import type { Gesture } from '../../../../plots/drag/gesture.ts';
import type { Covariance2 } from '../../../../plots/layers/ellipse.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import type { LabController } from '../../../../store/controller.ts';
import { shownOf, snapshotOf } from '../../../lab.ts';
import {
  createEditGestures,
  type EditGestures,
  editFollower,
} from '../../../shared/editing/editGestures.ts';
import { keyOf, type SvaeGmmEdit, withEdit, withoutRemoval } from '../../edits.ts';
import { svaeGmm } from '../../lab.ts';
import type { ClusterSummary } from '../../snapshot.ts';
import { moveEdit, reshapeEdit, withoutCluster } from './clusterEdits.ts';
import { editInWords, removalInWords } from './editWords.ts';

export interface ClusterEditing extends Pick<EditGestures<SvaeGmmEdit>, 'clear' | 'bake'> {
  readonly move: (gesture: Gesture<Latent, number>) => void;
  readonly reshape: (gesture: Gesture<Covariance2, number>) => void;
  /** `done` when the slider is let go. */
  readonly weigh: (id: number, weight: number, done: boolean) => void;
  readonly remove: (id: number) => void;
  readonly restore: (id: number) => void;
  readonly undoEditsOf: (id: number) => void;
}

/** `axes`: the two latent dimensions shown. */
export function createClusterEditing(
  controller: LabController,
  axes: readonly [number, number],
): ClusterEditing {
  const gestures = createEditGestures<SvaeGmmEdit>(controller);
  /** The cluster as it was when the drag began. */
  let grabbed: ClusterSummary | null = null;

  const snapshot = () => snapshotOf(svaeGmm, controller.run.getState());

  const follow = editFollower(gestures, { withEdit, keyOf, inWords: editInWords });

  const ofGrasped = <At>(edit: (cluster: ClusterSummary, at: At) => SvaeGmmEdit) => {
    return ({ phase, target, at }: Gesture<At, number>): void => {
      if (phase === 'start') grabbed = snapshot()?.clusters[target] ?? null;
      if (grabbed) follow(phase, edit(grabbed, at));
    };
  };

  return {
    move: ofGrasped((cluster, at) => moveEdit(cluster, axes, at)),
    reshape: ofGrasped((cluster, at) => reshapeEdit(cluster, axes, at)),
    weigh: (cluster, weight, done) =>
      follow(done ? 'end' : 'move', { kind: 'weighCluster', cluster, weight }),
    async remove(cluster) {
      const owners = snapshot()?.assignments ?? [];
      const edit = { kind: 'removeCluster', cluster } as const;
      if (!(await gestures.change((edits) => withEdit(edits, edit)))) return;
      const { assignments } = shownOf(svaeGmm, await controller.currentFrame());
      await gestures.tell(`${removalInWords(cluster, owners, assignments)}.`);
    },
    async restore(cluster) {
      const done = `Cluster ${cluster + 1} is back.`;
      await gestures.change((edits) => withoutRemoval(edits, cluster), done);
    },
    async undoEditsOf(cluster) {
      const done = `Cluster ${cluster + 1} is as learned.`;
      await gestures.change((edits) => withoutCluster(edits, cluster), done);
    },
    clear: gestures.clear,
    bake: gestures.bake,
  };
}
