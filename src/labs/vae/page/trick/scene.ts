/** Where things stand in the picture of the trick, so that they can glide from frame to frame. */

import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import type { ReparameterisationInspection } from '../../snapshot.ts';
import type { TrickStage } from './frames.ts';

/** As far as the prior and nearly all noise reach. */
const PRIOR_HALF = 3.2;
/** How near one comes for the gradients: in deviations of q(x), and at most. */
const CLOSE_UP = 5;
const NEAREST_HALF = 0.4;
/**
 * Centre, covariance (of x, of both, of y) and point: the circle of the noise with epsilon in it, or
 * the ellipse of q(x) with the sample. Seven numbers; with one latent dimension all lie on y = 0.
 */
export function sceneOf(
  {
    mean,
    deviation,
    factor,
    noise,
    sample,
  }: Pick<ReparameterisationInspection, 'mean' | 'deviation' | 'factor' | 'noise' | 'sample'>,
  stage: TrickStage,
  [i, j]: Axes,
): number[] {
  if (stage === 'noise') return [0, 0, 1, 0, 1, noise[i], noise[j] ?? 0];
  const d = mean.length;
  let both = 0;
  if (factor && j < d) for (let k = 0; k < d; k++) both += factor[i * d + k] * factor[j * d + k];
  const [x, y] = [deviation[i], deviation[j] ?? 0];
  return [mean[i], mean[j] ?? 0, x * x, both, y * y, sample[i], sample[j] ?? 0];
}

/** What of the plane is shown, as x, y and half a side: all of the prior, or q(x) near by for its slopes. */
export function domainOf(
  { mean, deviation }: Pick<ReparameterisationInspection, 'mean' | 'deviation'>,
  stage: TrickStage,
  [i, j]: Axes,
): number[] {
  const [x, y] = [mean[i], mean[j] ?? 0];
  if (stage === 'gradients') {
    const spread = Math.max(deviation[i], deviation[j] ?? 0);
    return [x, y, Math.min(PRIOR_HALF, Math.max(NEAREST_HALF, CLOSE_UP * spread))];
  }
  return [0, 0, Math.max(PRIOR_HALF, 1.1 * Math.hypot(x, y))];
}
