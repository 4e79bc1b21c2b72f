/** The frames of the reparameterisation trick in slow motion. */
import { firstFrameOf } from '../../../shared/slowMotion/stepper.ts';

export type TrickStage = 'encode' | 'noise' | 'sample' | 'decode' | 'objective' | 'gradients';

export const stageNames: Readonly<Record<TrickStage, string>> = {
  encode: 'Encode',
  noise: 'Draw noise',
  sample: 'Sample',
  decode: 'Decode',
  objective: 'Objective',
  gradients: 'Gradients',
};

export interface TrickFrame {
  readonly stage: TrickStage;
}

/** One frame per stage. */
export const TRICK_FRAMES: readonly TrickFrame[] = (Object.keys(stageNames) as TrickStage[]).map(
  (stage) => ({ stage }),
);

/** Where to go on after the model has changed: the same stage. */
export const sameFrame = (frame: TrickFrame, frames: readonly TrickFrame[]): number =>
  Math.max(0, firstFrameOf(frames, frame.stage));
