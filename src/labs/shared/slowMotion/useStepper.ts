import { useEffect, useReducer, useRef } from 'react';
import { AT_START, type StepperAction, type StepperState, step } from './stepper.ts';

export interface Stepper {
  readonly state: StepperState;
  readonly act: (action: StepperAction) => void;
}

export interface Pace<Frame> {
  /** Where to go on when the frames have changed under the one last shown. */
  readonly sameFrame: (shown: Frame, frames: readonly Frame[]) => number;
  /** How long a frame stands while playing. */
  readonly milliseconds: (frame: Frame) => number;
}

/**
 * Where one is among `frames`; keeps its place when they change with the model.
 *
 * @param pace the same object at every call
 */
export function useStepper<Frame>(frames: readonly Frame[], pace: Pace<Frame>): Stepper {
  const [state, act] = useReducer(
    (now: StepperState, action: StepperAction) => step(now, action, Math.max(1, frames.length)),
    AT_START,
  );
  const shown = useRef<Frame>(undefined);
  const frame = frames[state.frame];

  useEffect(() => {
    if (shown.current) act({ kind: 'seek', frame: pace.sameFrame(shown.current, frames) });
  }, [frames, pace]);

  useEffect(() => {
    if (frame) shown.current = frame;
  }, [frame]);

  useEffect(() => {
    if (!state.playing || !frame) return;
    const timer = setTimeout(() => act({ kind: 'tick' }), pace.milliseconds(frame));
    return () => clearTimeout(timer);
  }, [state.playing, frame, pace]);

  return { state, act };
}
