/** Carries out what is done to the place on the landscape: the means it stands for go along. */

import type { LabController } from '../../../../store/controller.ts';
import { snapshotOf } from '../../../lab.ts';
import { createEditGestures } from '../../../shared/editing/editGestures.ts';
import { type EmEdit, parseEmEdit, withEmEdit } from '../../edits.ts';
import { em } from '../../lab.ts';
import type { EmCluster, MeanCoordinate } from '../../snapshot.ts';
import { meanInWords } from '../editing/meanHands.ts';

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

/** @returns what puts the place elsewhere; `isEnd`: there it is let go of */
export function createPlaceHands(
  controller: LabController,
  x: MeanCoordinate,
  y: MeanCoordinate,
): (to: readonly [number, number], isEnd: boolean) => void {
  const gestures = createEditGestures(controller, parseEmEdit);
  const target = [x, y].map(({ cluster, coordinate }) => `${cluster}.${coordinate}`).join(' ');

  const finish = async (edits: readonly EmEdit[], own: readonly EmEdit[]): Promise<void> => {
    const { dataset } = controller.run.getState();
    if (!(await gestures.finish(edits, target)) || !dataset) return;
    await gestures.tell(own.map((edit) => meanInWords(edit, dataset.units)).join(' '));
  };

  return (to, isEnd) => {
    const snapshot = snapshotOf(em, controller.run.getState());
    if (!snapshot) return;
    const own = placeEdits(snapshot.clusters, [x, y], to);
    const edits = own.reduce<readonly EmEdit[]>(withEmEdit, gestures.committed());
    if (isEnd) void finish(edits, own);
    else gestures.draft(edits);
  };
}
