import { framePerStage, type StagedFrame } from './stepper.ts';
import { useStepper } from './useStepper.ts';

/**
 * A slow motion with a frame for each stage; made once.
 *
 * @param label what the stages are of, for screen readers
 */
export const staged = <Stage extends string>(
  label: string,
  names: Readonly<Record<Stage, string>>,
) => ({ stages: { label, names }, frames: framePerStage(names) });

/** The stage that is shown, and what `SlowMotionView` takes of it. */
export function useStages<Stage extends string>(slow: {
  readonly stages: { readonly label: string; readonly names: Readonly<Record<Stage, string>> };
  readonly frames: readonly StagedFrame<Stage>[];
}) {
  const stepper = useStepper(slow.frames);
  return { stage: slow.frames[stepper.state.frame].stage, slow: { ...slow, stepper } };
}
