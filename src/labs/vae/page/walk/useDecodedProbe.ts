import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useController, useRun, useSnapshot } from '../../../../store/context.ts';
import { createLatestOnly } from '../../../shared/editing/latestOnly.ts';
import { vae } from '../../lab.ts';
import { type DecodedProbe, decodedStore } from './decoded.ts';
import { probeOf, useProbe } from './probe.ts';

/**
 * The probe decoded by the model as it is now; follows both. While an answer is under way the last
 * one stays, and of places passed meanwhile only the last is asked for. null before the first.
 */
export function useDecodedProbe(): DecodedProbe | null {
  const controller = useController();
  const probe = useProbe();
  const decoded = useStore(decodedStore, (state) => state.decoded);
  const step = useRun((state) => state.step);
  const run = useRun((state) => state.runId);
  const dimension = useSnapshot(vae)?.latentDimension ?? null;
  const questions = useMemo(
    () =>
      createLatestOnly(async (latents: readonly number[]) => {
        const query = { kind: 'decode', latents } as const;
        const { mean, variance } = await controller.inspect(vae, query);
        const deviation = variance.map(Math.sqrt);
        decodedStore.setState({ decoded: { latent: latents, mean, deviation } });
      }),
    [controller],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model decodes it otherwise
  useEffect(() => {
    if (dimension !== null) questions.push(probeOf(probe, dimension));
  }, [questions, probe, dimension, step, run]);
  return decoded?.latent.length === dimension ? decoded : null;
}
