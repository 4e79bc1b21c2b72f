/** Carries out what is done to means, in the plot or by keys, as edits. */
import { type ColumnUnits, ownText } from '../../../../datasets/columnUnits.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import type { GesturePhase } from '../../../../plots/useManipulation.ts';
import type { LabController } from '../../../../store/controller.ts';
import { snapshotOf } from '../../../lab.ts';
import { createEditGestures, type EditGestures } from '../../../shared/editing/editGestures.ts';
import { type EmEdit, parseEmEdit, withEmEdit } from '../../edits.ts';
import { em } from '../../lab.ts';
import type { EmCluster } from '../../snapshot.ts';

export interface MeanHands extends Pick<EditGestures<EmEdit>, 'clear' | 'bake'> {
  readonly move: (id: number, mean: Latent, phase: GesturePhase) => void;
}

/** The mean goes where it was put in the plane shown; its other coordinates stay. */
export function moveMeanEdit(
  { id, mean }: Pick<EmCluster, 'id' | 'mean'>,
  axes: readonly [number, number],
  to: readonly [number, number],
): EmEdit {
  const place = mean.map((value, column) => {
    const shown = axes.indexOf(column);
    return shown < 0 ? value : to[shown];
  });
  return { kind: 'moveMean', cluster: id, mean: place };
}

/** Said when a mean has been moved: where to, in the units of the data. */
export function meanInWords({ cluster, mean }: EmEdit, units: ColumnUnits): string {
  const place = mean.map((value, column) => ownText(units[column], value)).join(', ');
  return `Mean ${cluster + 1} moved to (${place}).`;
}

/** @param axes the two columns shown */
export function createMeanHands(
  controller: LabController,
  axes: readonly [number, number],
): MeanHands {
  const gestures = createEditGestures(controller, parseEmEdit);
  const { committed, draft } = gestures;
  /** The cluster as it was when the drag began, and whether it has moved since. */
  let grasped: EmCluster | null = null;
  let moved = false;

  const clusterOf = (id: number) => {
    const snapshot = snapshotOf(em, controller.run.getState());
    return snapshot?.clusters[id] ?? null;
  };

  const finish = async (edit: EmEdit): Promise<void> => {
    if (!(await gestures.finish(withEmEdit(committed(), edit), `mean ${edit.cluster}`))) return;
    const { dataset } = controller.run.getState();
    if (dataset) await gestures.tell(meanInWords(edit, dataset.units));
  };

  return {
    move(id, mean, phase) {
      if (phase === 'start') {
        grasped = clusterOf(id);
        moved = false;
        return;
      }
      if (!grasped) return;
      const edit = moveMeanEdit(grasped, axes, mean);
      if (phase === 'move') {
        moved = true;
        draft(withEmEdit(committed(), edit));
      } else if (moved) void finish(edit);
    },
    clear: gestures.clear,
    bake: gestures.bake,
  };
}
