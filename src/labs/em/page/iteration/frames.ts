/** The frames of an iteration of EM in slow motion: an E-step for one point, an M-step for one cluster. */
export type IterationStage =
  | 'distances'
  | 'joint'
  | 'softmax'
  | 'responsibilities'
  | 'count'
  | 'mean'
  | 'covariance';

export interface IterationFrame {
  readonly stage: IterationStage;
}

export const stageNames: Readonly<Record<IterationStage, string>> = {
  distances: 'Distances',
  joint: 'Log joint',
  softmax: 'Softmax',
  responsibilities: 'Responsibilities',
  count: 'Count',
  mean: 'Weighted mean',
  covariance: 'Covariance',
};

export const FRAMES: readonly IterationFrame[] = (Object.keys(stageNames) as IterationStage[]).map(
  (stage) => ({ stage }),
);

/** The frames are the same whatever the model: one stays where one is. */
export const sameFrame = (shown: IterationFrame): number =>
  FRAMES.findIndex(({ stage }) => stage === shown.stage);

/** Whether a frame is of the E-step, about the point, or of the M-step, about the cluster. */
export const isOfPoint = ({ stage }: IterationFrame): boolean =>
  ['distances', 'joint', 'softmax', 'responsibilities'].includes(stage);
