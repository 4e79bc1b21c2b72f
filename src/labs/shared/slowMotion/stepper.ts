/** How one steps through the frames of a slow motion. Pure functions. */

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

/** Stepping by hand stops the play; playing from the last frame starts again. `count` >= 1. */
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

/** What every frame has: the stage it belongs to. Frames of a stage follow one another. */
export interface StagedFrame<Stage extends string> {
  readonly stage: Stage;
}

/** One frame for each stage. */
export const framePerStage = <Stage extends string>(
  names: Readonly<Record<Stage, string>>,
): readonly StagedFrame<Stage>[] => (Object.keys(names) as Stage[]).map((stage) => ({ stage }));

/** Where to go on after the frames have changed: where the same stage begins. */
export const sameStage = <Stage extends string>(
  { stage }: StagedFrame<Stage>,
  frames: readonly StagedFrame<Stage>[],
): number => Math.max(0, firstFrameOf(frames, stage));

/** Where a stage begins. */
export function firstFrameOf<Stage extends string>(
  frames: readonly StagedFrame<Stage>[],
  stage: Stage,
): number {
  return frames.findIndex((frame) => frame.stage === stage);
}
