/** The frames of one iteration in slow motion. Pure functions. */
import { firstFrameOf } from '../../../shared/slowMotion/stepper.ts';

/** In the order of thesis Algorithm 1. */
export const stageNames = {
  encode: 'Encode',
  infer: 'Infer',
  sample: 'Sample',
  decode: 'Decode',
  gradients: 'Gradients',
  update: 'Update',
} as const;

export type IterationStage = keyof typeof stageNames;

export interface IterationFrame {
  readonly stage: IterationStage;
  /** Which state of q(x) there is: 0 is that of uniform responsibilities. */
  readonly sweep: number;
}

/** One frame per stage, but for inference, which has one per sweep. `sweeps` >= 1. */
export function framesOf(sweeps: number): readonly IterationFrame[] {
  return (Object.keys(stageNames) as IterationStage[]).flatMap((stage): IterationFrame[] => {
    if (stage === 'encode') return [{ stage, sweep: 0 }];
    if (stage !== 'infer') return [{ stage, sweep: sweeps - 1 }];
    return Array.from({ length: sweeps }, (_, sweep) => ({ stage, sweep }));
  });
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
