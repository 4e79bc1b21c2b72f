/**
 * Where in the latent space one walks, and what the decoder makes of the place. It is an edit, so that
 * links, undo and kept work have it.
 */

import { useEffect, useMemo } from 'react';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import {
  useController,
  useDocument,
  useRun,
  useSnapshot,
  useViewEntry,
} from '../../../store/context.ts';
import { viewEntry } from '../../../store/view.ts';
import { editsOf } from '../../lab.ts';
import { FARTHEST_PROBE, type VaeEdit } from '../edits.ts';
import { vae } from '../lab.ts';

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

/** Follows a gesture that moves the probe along `axes`; it is put into the document where it ends. */
export function useProbeHand(): (
  axes: readonly number[],
  gesture: Gesture<readonly number[]>,
) => void {
  const controller = useController();
  return (axes, { phase, at }) => {
    const { editing } = controller;
    if (phase === 'start') return;
    if (phase === 'cancel') return void editing.drop();
    const latent = movedProbe(probeIn(controller.effective()), axes, at);
    const edits: readonly VaeEdit[] = [{ kind: 'placeProbe', latent }];
    // On the way only the page has to know: the decoder is asked by itself.
    editing.show(edits);
    if (phase === 'end') void editing.finish(() => edits, 'probe');
  };
}

/** A latent with what the decoder makes of it. */
export interface DecodedProbe {
  /** d */
  readonly latent: readonly number[];
  /** D each: mean and standard deviation. */
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** The newest answer; null before the first. */
export const decodedProbe = viewEntry<DecodedProbe | null>(null);

/** The probe as the decoder answered last; null before the first answer of this model. */
export function useDecodedProbe(): DecodedProbe | null {
  const decoded = useViewEntry(decodedProbe);
  const dimension = useSnapshot(vae)?.latentDimension;
  return decoded?.latent.length === dimension ? decoded : null;
}

/**
 * Has the probe decoded by the model as it is now; follows both. While an answer is under way the last
 * one stays, and of places passed meanwhile only the last is asked for.
 */
export function useProbeDecoding(): void {
  const controller = useController();
  const probe = useProbe();
  const step = useRun((state) => state.step);
  const run = useRun((state) => state.runId);
  const dimension = useSnapshot(vae)?.latentDimension ?? null;
  const ask = useMemo(
    () =>
      controller.oneAtATime(async (latents: readonly number[]) => {
        const query = { kind: 'decode', latents } as const;
        const { mean, variance } = await controller.inspect(vae, query);
        const deviation = variance.map(Math.sqrt);
        controller.setEntry(decodedProbe, () => ({ latent: latents, mean, deviation }));
      }),
    [controller],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model decodes it otherwise
  useEffect(() => {
    if (dimension !== null) ask(probeOf(probe, dimension));
  }, [ask, probe, dimension, step, run]);
}
