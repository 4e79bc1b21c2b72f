import { useEffect, useReducer, useRef } from 'react';
import {
  AT_START,
  type StagedFrame,
  type StepperAction,
  type StepperState,
  sameStage,
  step,
} from './stepper.ts';

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

/** Goes on at the same stage; time to read a sentence and its formula. */
const STAGE_BY_STAGE: Pace<StagedFrame<string>> = {
  sameFrame: sameStage,
  milliseconds: () => 3200,
};

/**
 * Where one is among `frames`; keeps its place when they change with the model.
 *
 * @param pace the same object at every call
 */
export function useStepper<Frame extends StagedFrame<string>>(
  frames: readonly Frame[],
  pace: Pace<Frame> = STAGE_BY_STAGE,
): Stepper {
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
