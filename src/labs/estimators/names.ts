/** The estimators of this lab, by the names that links use. */

/** All of them, in the order of the tables. */
export const ESTIMATORS = [
  'score',
  'meanBaseline',
  'bestBaseline',
  'leaveOneOut',
  'pathwise',
  'sticking',
  'enumeration',
  'straightThrough',
  'relaxed',
] as const;

export type EstimatorId = (typeof ESTIMATORS)[number];

/** As charts and tables write them. */
export const NAMES: Readonly<Record<EstimatorId, string>> = {
  score: 'Score function',
  meanBaseline: '… mean baseline',
  bestBaseline: '… best baseline',
  leaveOneOut: '… leave-one-out',
  pathwise: 'Reparameterisation',
  sticking: 'Sticking the landing',
  enumeration: 'Enumeration',
  straightThrough: 'Straight-through',
  relaxed: 'Relaxed coin',
};

/** What a gradient is with respect to. */
export type Parameter = 'mean' | 'sd' | 'theta';
