/** The frames of one iteration in slow motion, and how one steps through them. Pure functions. */

export type IterationStage = 'encode' | 'infer' | 'sample' | 'decode' | 'gradients' | 'update';

/** In the order of thesis Algorithm 1. */
export const ITERATION_STAGES: readonly IterationStage[] = [
  'encode',
  'infer',
  'sample',
  'decode',
  'gradients',
  'update',
];

export interface IterationFrame {
  readonly stage: IterationStage;
  /** Which state of q(x) there is: 0 is that of uniform responsibilities. */
  readonly sweep: number;
}

/** One frame per stage, but for inference, which has one per sweep. `sweeps` >= 1. */
export function framesOf(sweeps: number): readonly IterationFrame[] {
  return ITERATION_STAGES.flatMap((stage): IterationFrame[] => {
    if (stage === 'encode') return [{ stage, sweep: 0 }];
    if (stage !== 'infer') return [{ stage, sweep: sweeps - 1 }];
    return Array.from({ length: sweeps }, (_, sweep) => ({ stage, sweep }));
  });
}

/** Where a stage begins. */
export function firstFrameOf(frames: readonly IterationFrame[], stage: IterationStage): number {
  return frames.findIndex((frame) => frame.stage === stage);
}

export interface StepperState {
  readonly frame: number;
  readonly playing: boolean;
}

export type StepperAction =
  | { readonly kind: 'next' | 'previous' | 'first' | 'last' | 'play' | 'pause' }
  /** Time for the next frame while playing. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'seek'; readonly frame: number };

export const AT_START: StepperState = { frame: 0, playing: false };

/** Stepping by hand stops the play; playing from the last frame starts anew. `count` >= 1. */
export function step(state: StepperState, action: StepperAction, count: number): StepperState {
  const last = count - 1;
  const at = (frame: number): StepperState => ({
    frame: Math.min(last, Math.max(0, frame)),
    playing: false,
  });
  switch (action.kind) {
    case 'next':
      return at(state.frame + 1);
    case 'previous':
      return at(state.frame - 1);
    case 'first':
      return at(0);
    case 'last':
      return at(last);
    case 'seek':
      return at(action.frame);
    case 'play':
      return { frame: state.frame >= last ? 0 : state.frame, playing: last > 0 };
    case 'pause':
      return { ...state, playing: false };
    case 'tick': {
      if (!state.playing) return state;
      const frame = Math.min(last, state.frame + 1);
      return { frame, playing: frame < last };
    }
  }
}

/**
 * Where to go on after the model has changed: the same stage, and in it the same sweep, or the
 * nearest there is.
 */
export function sameFrame(
  frame: IterationFrame | undefined,
  frames: readonly IterationFrame[],
): number {
  if (!frame) return 0;
  const first = firstFrameOf(frames, frame.stage);
  if (frame.stage !== 'infer') return first;
  const sweeps = frames.filter(({ stage }) => stage === 'infer').length;
  return first + Math.min(frame.sweep, sweeps - 1);
}
