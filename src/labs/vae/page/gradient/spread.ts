/** What sums over repetitions of a gradient say: its variance, and its signal next to that. */
import type { GradientEstimatorId, GradientSpreadInspection } from '../../snapshot.ts';

export interface MeasuredSpread {
  readonly id: GradientEstimatorId;
  /** Of one gradient, summed over the encoder's parameters. */
  readonly variance: number;
  /** Length of the mean over the root of the variance; 0 where the mean is lost in its error. */
  readonly signalToNoise: number;
}

/** The sums of two answers to parts of the same question. */
export function addSums(
  one: GradientSpreadInspection,
  other: GradientSpreadInspection,
): GradientSpreadInspection {
  return {
    ...one,
    repeats: one.repeats + other.repeats,
    estimators: one.estimators.map(({ id, sum, squares }, i) => ({
      id,
      sum: sum.map((value, p) => value + other.estimators[i].sum[p]),
      squares: squares + other.estimators[i].squares,
    })),
  };
}

/** Null with fewer than two repetitions. */
export function spreadsOf({
  repeats,
  estimators,
}: GradientSpreadInspection): readonly MeasuredSpread[] | null {
  if (repeats < 2) return null;
  return estimators.map(({ id, sum, squares }) => {
    const mean = sum.reduce((total, value) => total + value * value, 0) / repeats ** 2;
    const variance = Math.max(0, squares - repeats * mean) / (repeats - 1);
    // The squared length of a measured mean is too large by its own variance.
    const signal = Math.max(0, mean - variance / repeats);
    return { id, variance, signalToNoise: variance > 0 ? Math.sqrt(signal / variance) : Infinity };
  });
}
