/** How well the states of a series are found: figures for the page, the command line and the bench. */
import { tempoSystem } from '../../../datasets/tempoDots.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import {
  changePointF1,
  labelCount,
  matchedStates,
  medianDwell,
  segmentationAccuracy,
  statesInUse,
  visitsOf,
} from '../../shared/data/segmentation.ts';
import type { SvaeSldsSettings } from '../settings.ts';

type Labels = ArrayLike<number>;

export interface SegmentationScores {
  /** Share of steps in the right state, under the best matching. */
  readonly accuracy: number | null;
  readonly adjustedRandIndex: number;
  /** Of change points within five steps. */
  readonly changePointF1: number;
  /** States with more than 2 % of the steps. */
  readonly statesUsed: number;
  /** Median length of a visit, in steps, and that of the true ones. */
  readonly dwell: { readonly found: number | null; readonly true: number | null };
  /** K: the true state that each state goes with, -1 where none is left. */
  readonly matched: readonly number[];
}

/**
 * @param found T states from 0
 * @param truth T, -1 where a state is not known
 * @param least K, where there may be more than those found
 */
export function segmentationScores(found: Labels, truth: Labels, least = 0): SegmentationScores {
  const trueStates = labelCount(truth);
  const states = Math.max(least, labelCount(found));
  return {
    accuracy: segmentationAccuracy(found, truth, states, trueStates),
    adjustedRandIndex: adjustedRandIndex(found, truth),
    changePointF1: changePointF1(found, truth),
    statesUsed: statesInUse(found, states),
    dwell: { found: medianDwell(visitsOf(found)), true: medianDwell(visitsOf(truth)) },
    matched: matchedStates(found, truth, states, trueStates).map((state) => state ?? -1),
  };
}

/**
 * Steps of a full turn in each true state, of the state that goes with it; null where none does or
 * where it does not rotate.
 *
 * @param periods K, of the states found
 * @param matched K, as above
 */
export function periodsByTruth(
  periods: readonly (number | null)[],
  matched: readonly number[],
  trueStates: number,
): (number | null)[] {
  return Array.from({ length: trueStates }, (_, truth) => periods[matched.indexOf(truth)] ?? null);
}

/** Steps of a full turn in each true state; null where that is not known. */
export function truePeriods({
  signal,
  dwell,
}: Pick<SvaeSldsSettings, 'signal' | 'dwell'>): readonly number[] | null {
  if (signal !== 'two-tempo' && signal !== 'three-tempo') return null;
  return tempoSystem({ pattern: signal, dwell }).periods;
}
