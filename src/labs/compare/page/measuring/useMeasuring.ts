import { useEffect } from 'react';
import { useController, useRun, useViewEntry } from '../../../../store/context.ts';
import { compare } from '../../lab.ts';
import { type Ask, type MeasuringJob, measureAll, measured } from './measurements.ts';

/** Per row: at rest, for figures to quote; while training, for figures to follow. */
export const SAMPLES_AT_REST = 512;
const SAMPLES_MEANWHILE = 24;
/** While training, figures are renewed about this often. */
const PAUSE_MS = 2000;
/** A step by hand is often followed by another. */
const REST_MS = 150;

/** Keeps the figures up to date: in full where training rests, now and then while it goes on. */
export function useMeasuring(): void {
  const controller = useController();
  const run = useRun((state) => state.runId);
  const isOpen = useRun(({ snapshot, phase }) => snapshot !== null && phase !== 'opening');
  const isResting = useRun(({ phase }) => phase === 'ready' || phase === 'failed');
  const stepAtRest = useRun(({ step }) => (isResting ? step : -1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has other figures
  useEffect(() => {
    if (!isOpen) return;
    let isWanted = true;
    let timer = setTimeout(measure, REST_MS);
    const ask: Ask = (query) => controller.inspect(compare, query);
    const note: MeasuringJob['note'] = (change) => controller.setEntry(measured, change);
    async function measure(): Promise<void> {
      const samples = isResting ? SAMPLES_AT_REST : SAMPLES_MEANWHILE;
      // Fails only when the run has gone, and with it the need for its figures.
      await measureAll({ run, ask, samples, isWanted: () => isWanted, note }).catch(
        () => undefined,
      );
      if (isWanted && !isResting) timer = setTimeout(measure, PAUSE_MS);
    }
    return () => {
      isWanted = false;
      clearTimeout(timer);
      note((before) => ({ ...before, measuring: null }));
    };
  }, [controller, run, isOpen, isResting, stepAtRest]);
}

/** The newest figures of the open run. */
export function useMeasurements() {
  const run = useRun((state) => state.runId);
  const measurements = useViewEntry(measured);
  return measurements.run === run ? measurements : null;
}
