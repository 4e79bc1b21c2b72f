/** What filter, smoother and sampler have found up to a frame, as the tracking plots take it. */

import type { TrackingInspection } from '../../snapshot.ts';
import type { TrackingFrame } from './frames.ts';
import type { Estimate, GaussianTrack } from './tracks.ts';

/** One coordinate of the state, D = 1, or the whole plane, D = 2. T steps. */
export interface Tracked {
  /** T x D */
  readonly truth: readonly number[];
  /** T x D; NaN where nothing was seen: always so of the second coordinate. */
  readonly observations: readonly number[];
  readonly tracks: Readonly<Record<Estimate, GaussianTrack | null>>;
  /** T x D; NaN where it has not been drawn yet. */
  readonly sample: readonly number[] | null;
}

/** The first coordinate, the one that is seen. */
export function trackedCoordinate(inspection: TrackingInspection, frame: TrackingFrame): Tracked {
  return tracked(inspection, frame, [0]);
}

export function trackedPlane(inspection: TrackingInspection, frame: TrackingFrame): Tracked {
  return tracked(inspection, frame, [0, 1]);
}

function tracked(
  { truth, observations, steps }: TrackingInspection,
  { stage, step }: TrackingFrame,
  coordinates: readonly number[],
): Tracked {
  const d = 2;
  const isBack = stage === 'smooth' || stage === 'sample';
  const track = (kind: Estimate, from: number, to: number): GaussianTrack => ({
    means: steps.flatMap((at) => coordinates.map((i) => at[kind].mean[i])),
    covariances: steps.flatMap((at) =>
      coordinates.flatMap((i) => coordinates.map((j) => at[kind].covariance[i * d + j])),
    ),
    known: [from, to],
  });
  const reached = isBack ? steps.length : step + 1;
  return {
    truth: truth.flatMap((state) => coordinates.map((i) => state[i])),
    observations: observations.flatMap((seen) =>
      coordinates.map(() => (coordinates.length > 1 ? Number.NaN : (seen ?? Number.NaN))),
    ),
    tracks: {
      predicted: track('predicted', 0, reached),
      filtered: track('filtered', 0, stage === 'predict' ? step : reached),
      smoothed: isBack ? track('smoothed', stage === 'sample' ? 0 : step, steps.length) : null,
    },
    sample:
      stage === 'sample'
        ? steps.flatMap((at, t) => coordinates.map((i) => (t < step ? Number.NaN : at.sample[i])))
        : null,
  };
}
