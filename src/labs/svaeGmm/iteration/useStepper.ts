import { useEffect, useReducer, useRef } from 'react';
import {
  AT_START,
  type IterationFrame,
  type StepperAction,
  type StepperState,
  sameFrame,
  step,
} from './frames.ts';

const FRAME_MS = 2600;
/** Sweeps resemble one another: less to read, more to watch. */
const SWEEP_MS = 1100;

/** Where one is among `frames`; keeps its place when they change with the model. */
export function useStepper(frames: readonly IterationFrame[]): {
  readonly state: StepperState;
  readonly act: (action: StepperAction) => void;
} {
  const [state, act] = useReducer(
    (now: StepperState, action: StepperAction) => step(now, action, Math.max(1, frames.length)),
    AT_START,
  );
  const shown = useRef<IterationFrame>(undefined);
  const frame = frames[state.frame];

  useEffect(() => {
    if (shown.current) act({ kind: 'seek', frame: sameFrame(shown.current, frames) });
  }, [frames]);

  useEffect(() => {
    if (frame) shown.current = frame;
  }, [frame]);

  useEffect(() => {
    if (!state.playing || !frame) return;
    const isSweep = frame.stage === 'infer' && frame.sweep > 0;
    const timer = setTimeout(() => act({ kind: 'tick' }), isSweep ? SWEEP_MS : FRAME_MS);
    return () => clearTimeout(timer);
  }, [state.playing, frame]);

  return { state, act };
}
