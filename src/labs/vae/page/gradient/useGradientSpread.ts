import { useEffect, useState } from 'react';
import { useController, useDocument, useRun } from '../../../../store/context.ts';
import { vae } from '../../lab.ts';
import type { GradientSpreadInspection } from '../../snapshot.ts';
import { addSums } from './spread.ts';

/** Repetitions that are measured. */
export const REPEATS = 200;
/** One question keeps the worker about this long; training and pictures go on in between. */
const PIECE_MS = 40;
const MOST_IN_PIECE = 20;

/**
 * The sums over repetitions of the encoder's gradient, piece by piece while training is paused. For another
 * model or other settings they start again; until then those of the model before are given. Null before
 * the first piece.
 */
export function useGradientSpread(): GradientSpreadInspection | null {
  const controller = useController();
  const run = useRun(({ runId }) => runId);
  const step = useRun((state) => state.step);
  const isAtRest = useRun(({ phase }) => phase === 'ready');
  const settings = useDocument((document) => document.settings);
  const [measured, setMeasured] = useState<GradientSpreadInspection | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model has another gradient
  useEffect(() => {
    if (!isAtRest) return;
    let isWanted = true;
    const measure = async () => {
      let known: GradientSpreadInspection | null = null;
      let count = 1;
      for (let from = 0; from < REPEATS && isWanted; ) {
        const began = performance.now();
        const query = { kind: 'gradientSpread', from, count } as const;
        const piece = await controller.inspect(vae, query);
        if (!isWanted) return;
        known = known === null ? piece : addSums(known, piece);
        setMeasured(known);
        from += count;
        const each = (performance.now() - began) / count;
        count = Math.max(1, Math.min(Math.floor(PIECE_MS / each), MOST_IN_PIECE, REPEATS - from));
      }
    };
    // Elsewhere the page reports that a worker has ended; the next worker is asked again.
    measure().catch(() => setMeasured(null));
    return () => {
      isWanted = false;
    };
  }, [controller, run, step, settings, isAtRest]);
  return measured;
}
