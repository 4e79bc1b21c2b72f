/** The frames of the tracking example: forwards through the filter, back through smoother and sampler. */
import type { StagedFrame } from '../../../shared/slowMotion/stepper.ts';

export const stageNames = {
  predict: 'Predict',
  condition: 'Condition',
  smooth: 'Smooth',
  sample: 'Sample',
} as const;

export type TrackingStage = keyof typeof stageNames;

export interface TrackingFrame extends StagedFrame<TrackingStage> {
  /** Counted from 0, as the plots do. */
  readonly step: number;
}

/** Two frames for each of T steps on the way forwards, two ways back with one for each. */
export function framesOf(steps: number): readonly TrackingFrame[] {
  const forwards = Array.from({ length: steps }, (_, step) => step);
  const backwards = forwards.toReversed();
  return [
    ...forwards.flatMap((step): TrackingFrame[] => [
      { stage: 'predict', step },
      { stage: 'condition', step },
    ]),
    ...backwards.map((step): TrackingFrame => ({ stage: 'smooth', step })),
    ...backwards.map((step): TrackingFrame => ({ stage: 'sample', step })),
  ];
}

/** The same stage of the same step, or of the last there is. */
export function sameFrame(shown: TrackingFrame, frames: readonly TrackingFrame[]): number {
  const same = frames.findIndex(({ stage, step }) => stage === shown.stage && step === shown.step);
  return same >= 0 ? same : frames.findLastIndex(({ stage }) => stage === shown.stage);
}
