/** Carries out what is done to the place on the landscape: the means it stands for go along. */

import type { Gesture } from '../../../../plots/drag/gesture.ts';
import type { LabController } from '../../../../store/controller.ts';
import { snapshotOf } from '../../../lab.ts';
import { createEditGestures } from '../../../shared/editing/editGestures.ts';
import { type EmEdit, withEmEdit } from '../../edits.ts';
import { em } from '../../lab.ts';
import type { EmCluster, MeanCoordinate } from '../../snapshot.ts';
import { meanInWords } from '../editing/meanEditing.ts';

/** The means that the two coordinates belong to, one or two, with these at other values. */
export function placeEdits(
  clusters: readonly Pick<EmCluster, 'id' | 'mean'>[],
  coordinates: readonly [MeanCoordinate, MeanCoordinate],
  to: readonly [number, number],
): EmEdit[] {
  const moved = new Map<number, number[]>();
  coordinates.forEach(({ cluster, coordinate }, i) => {
    const mean = moved.get(cluster) ?? [...clusters[cluster].mean];
    mean[coordinate] = to[i];
    moved.set(cluster, mean);
  });
  return Array.from(moved, ([cluster, mean]) => ({ kind: 'moveMean', cluster, mean }));
}

/** @returns what follows a gesture that takes the place elsewhere */
export function createPlaceEditing(
  controller: LabController,
  x: MeanCoordinate,
  y: MeanCoordinate,
): (gesture: Gesture<readonly [number, number]>) => void {
  const gestures = createEditGestures<EmEdit>(controller);
  const target = [x, y].map(({ cluster, coordinate }) => `${cluster}.${coordinate}`).join(' ');

  return ({ phase, at }) => {
    const run = controller.run.getState();
    const { dataset } = run;
    const snapshot = snapshotOf(em, run);
    if (!snapshot || !dataset) return;
    const moved = placeEdits(snapshot.clusters, [x, y], at);
    gestures.follow(
      phase,
      (edits) => moved.reduce<readonly EmEdit[]>(withEmEdit, edits),
      target,
      () => moved.map((edit) => meanInWords(edit, dataset.units)).join(' '),
    );
  };
}
