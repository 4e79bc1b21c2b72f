import { editsOf } from '../../../lab.ts';
import { vae } from '../../lab.ts';
/** Where in the latent space one walks: an edit, so that links, undo and kept work have it. */

import { useController, useDocument } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { createEditGestures, type EditGestures } from '../../../shared/editing/editGestures.ts';
import { FARTHEST_PROBE, parseVaeEdit, type VaeEdit } from '../../edits.ts';

/** The probe has not been moved yet. */
const NOWHERE: readonly number[] = [];

/** The latent that is decoded; dimensions it does not name are 0. Empty before the probe is moved. */
export function probeIn(document: { readonly edits: readonly unknown[] }): readonly number[] {
  // For a moment they may still be another lab's.
  const placed = editsOf(vae, document).find(({ kind }) => kind === 'placeProbe');
  return placed?.latent ?? NOWHERE;
}

export const useProbe = (): readonly number[] => useDocument(probeIn);

/** The probe as a latent of d dimensions. */
export const probeOf = (probe: readonly number[], dimension: number): number[] =>
  Array.from({ length: dimension }, (_, i) => probe[i] ?? 0);

/** Finer than a pixel, and short in links. */
const DECIMALS = 3;
const placeable = (value: number): number =>
  Number(Math.max(-FARTHEST_PROBE, Math.min(FARTHEST_PROBE, value)).toFixed(DECIMALS));

/** The probe moved along the axes shown; its other coordinates stay. */
export function movedProbe(
  probe: readonly number[],
  axes: readonly number[],
  to: readonly number[],
): number[] {
  const next = probeOf(probe, Math.max(probe.length, ...axes.map((axis) => axis + 1)));
  axes.forEach((axis, i) => {
    next[axis] = placeable(to[i]);
  });
  return next;
}

/** One for each page: strokes of a key that follow closely are one step of undo. */
const known = new WeakMap<LabController, EditGestures<VaeEdit>>();

/** Moves the probe along `axes`; a walk is put into the document where it ends. */
export function useProbeHand(): (
  axes: readonly number[],
  to: readonly number[],
  isEnd: boolean,
) => void {
  const controller = useController();
  return (axes, to, isEnd) => {
    const gestures = known.get(controller) ?? createEditGestures(controller, parseVaeEdit);
    known.set(controller, gestures);
    const latent = movedProbe(probeIn(controller.effective()), axes, to);
    const edits: readonly VaeEdit[] = [{ kind: 'placeProbe', latent }];
    // On the way only the page has to know: the decoder is asked by itself.
    controller.showDraftEdits(edits);
    if (isEnd) void gestures.finish(edits, 'probe');
  };
}
