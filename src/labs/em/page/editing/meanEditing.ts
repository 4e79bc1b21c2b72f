/** Carries out what is done to means, in the plot or by keys, as edits. */
import { type ColumnUnits, ownText } from '../../../../datasets/columnUnits.ts';
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import type { LabController } from '../../../../store/controller.ts';
import { snapshotOf } from '../../../lab.ts';
import { createEditGestures, type EditGestures } from '../../../shared/editing/editGestures.ts';
import { type EmEdit, withEmEdit } from '../../edits.ts';
import { em } from '../../lab.ts';
import type { EmCluster } from '../../snapshot.ts';

export interface MeanEditing extends Pick<EditGestures<EmEdit>, 'clear' | 'bake'> {
  readonly move: (gesture: Gesture<Latent, number>) => void;
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
export function createMeanEditing(
  controller: LabController,
  axes: readonly [number, number],
): MeanEditing {
  const gestures = createEditGestures<EmEdit>(controller);
  /** The cluster as it was when the drag began. */
  let grabbed: EmCluster | null = null;

  return {
    move({ phase, target, at }) {
      const run = controller.run.getState();
      const { dataset } = run;
      if (phase === 'start') grabbed = snapshotOf(em, run)?.clusters[target] ?? null;
      if (!grabbed || !dataset) return;
      const edit = moveMeanEdit(grabbed, axes, at);
      const change = (edits: readonly EmEdit[]) => withEmEdit(edits, edit);
      gestures.follow(phase, change, `mean ${target}`, () => meanInWords(edit, dataset.units));
    },
    clear: gestures.clear,
    bake: gestures.bake,
  };
}
