/** How gradient estimators are told apart, in all pictures alike. */
import { comparedLook } from './divergenceLook.ts';
import { colour } from './palette.ts';
import type { Theme } from './theme.ts';

/** Colour and mark of each by their numbers, and dashes: families share their dashes. */
const LOOKS = {
  score: { hue: 1, mark: 0, dashes: undefined },
  meanBaseline: { hue: 4, mark: 1, dashes: '9 4' },
  bestBaseline: { hue: 8, mark: 2, dashes: '9 3 2 3' },
  leaveOneOut: { hue: 3, mark: 3, dashes: '5 3' },
  pathwise: { hue: 0, mark: 4, dashes: undefined },
  sticking: { hue: 9, mark: 5, dashes: '9 4' },
  enumeration: { hue: 7, mark: 6, dashes: '2 3' },
  straightThrough: { hue: 2, mark: 4, dashes: undefined },
  relaxed: { hue: 5, mark: 5, dashes: '9 4' },
  iwae: { hue: 6, mark: 6, dashes: undefined },
  iwaeDreg: { hue: 14, mark: 6, dashes: '5 3' },
} as const;

export type EstimatorName = keyof typeof LOOKS;

export interface EstimatorLook {
  readonly colour: string;
  readonly dashes: string | undefined;
  /** By the numbers of `symbolPath`. */
  readonly mark: number;
}

/** @param name 'exact' is the gradient itself */
export function estimatorLook(name: EstimatorName | 'exact', theme: Theme): EstimatorLook {
  if (name === 'exact') return { colour: comparedLook('p', theme).colour, dashes: '2 4', mark: 0 };
  const { hue, mark, dashes } = LOOKS[name];
  return { colour: colour(hue, theme), dashes, mark };
}
