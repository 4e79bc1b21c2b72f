/**
 * A warning before the posterior collapses. Of a linear decoder with one variance for all values the
 * posterior that is best is the prior, as soon as that variance exceeds the largest eigenvalue of the
 * data's covariance (Li et al. 2025, arXiv 2510.01621). A network obeys this to first order.
 */
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import type { TrainingEvent } from '../../engine.ts';

/** When it is looked at: the variance falls by itself, so a run in good order is below by the first. */
const LOOKED_AT: readonly number[] = [100, 200, 400, 800];

/** Null where there is nothing to look at, or the decoder is sure enough. */
export function collapseWarning(
  step: number,
  networks: () => Autoencoder,
  eigenvalue: number,
): TrainingEvent | null {
  if (!LOOKED_AT.includes(step) || eigenvalue === 0) return null;
  const decoder = networks();
  const centre = new Float32Array(decoder.shape.latentDimension);
  const { variance } = decoder.reconstruct(centre, 1);
  const mean = variance.reduce((sum, value) => sum + value, 0) / variance.length;
  if (mean <= eigenvalue) return null;
  const times = mean / eigenvalue;
  return {
    step,
    kind: 'collapse-risk',
    label: `The decoder’s variance is ${times < 10 ? times.toFixed(1) : Math.round(times)} times the largest eigenvalue of the data’s covariance, so the posterior may collapse onto the prior. The start from the data begins below it.`,
    accepted: true,
    gain: 0,
  };
}
