import { DRAWN_DEVIATIONS } from '../../../../plots/layers/ellipse.ts';

/** Estimates of a state over time, one Gaussian per step. */
export interface GaussianTrack {
  /** T x D. */
  readonly means: ArrayLike<number>;
  /** T x D x D, row by row. */
  readonly covariances: ArrayLike<number>;
  /** Steps that have been computed: from the first to just before the second. All by default. */
  readonly known?: readonly [number, number] | undefined;
}

/** The four kinds of estimate of filter and smoother, in the order they are computed. */
export const ESTIMATES = ['predicted', 'filtered', 'smoothed'] as const;
export type Estimate = (typeof ESTIMATES)[number];

/** What is going on at one step: figure B.2 and B.3 of the thesis. */
export interface PresentMessage {
  readonly kind: 'predict' | 'condition' | 'smooth' | 'sample';
  readonly step: number;
}

/** The estimate a message makes; sampling makes none. */
export const ESTIMATE_OF: Readonly<Record<PresentMessage['kind'], Estimate | null>> = {
  predict: 'predicted',
  condition: 'filtered',
  smooth: 'smoothed',
  sample: null,
};

/** Which steps of a track are there, inside its arrays. */
export function knownSteps(track: GaussianTrack, dimension: number): readonly [number, number] {
  const count = Math.floor(track.means.length / dimension);
  const [from, to] = track.known ?? [0, count];
  return [Math.max(0, from), Math.min(count, to)];
}

/** Standard deviation of one coordinate at each step, NaN where it is not known. */
export function trackDeviations(
  track: GaussianTrack,
  dimension: number,
  coordinate: number,
): Float64Array {
  const count = Math.floor(track.means.length / dimension);
  const [from, to] = knownSteps(track, dimension);
  const deviations = new Float64Array(count).fill(Number.NaN);
  for (let step = from; step < to; step++) {
    const index = (step * dimension + coordinate) * dimension + coordinate;
    deviations[step] = Math.sqrt(Math.max(0, track.covariances[index]));
  }
  return deviations;
}

/** One coordinate of T x D values, NaN outside [from, to). */
export function coordinateOf(
  values: ArrayLike<number>,
  dimension: number,
  coordinate: number,
  [from, to]: readonly [number, number],
): Float64Array {
  const count = Math.floor(values.length / dimension);
  const column = new Float64Array(count).fill(Number.NaN);
  for (let step = from; step < to; step++) column[step] = values[step * dimension + coordinate];
  return column;
}

/**
 * Where bands and ellipses begin and end, 2T x D: mean minus, then plus two standard deviations of
 * each coordinate. Steps still to be computed count too, so that axes fitted to this stay.
 */
export function trackReach({ means, covariances }: GaussianTrack, dimension: number): Float64Array {
  const reach = new Float64Array(2 * means.length);
  for (let i = 0; i < means.length; i++) {
    const [step, coordinate] = [Math.floor(i / dimension), i % dimension];
    const variance = covariances[i * dimension + coordinate];
    const half = DRAWN_DEVIATIONS * Math.sqrt(Math.max(0, variance));
    const low = 2 * step * dimension + coordinate;
    reach[low] = means[i] - half;
    reach[low + dimension] = means[i] + half;
  }
  return reach;
}
