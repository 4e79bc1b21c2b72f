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
 * Centre, half-axes and point: the circle of the noise with epsilon in it, or the ellipse of q(x)
 * with the sample. Six numbers; with one latent dimension all lie on y = 0.
 */
export function sceneOf(
  {
    mean,
    deviation,
    noise,
    sample,
  }: Pick<ReparameterisationInspection, 'mean' | 'deviation' | 'noise' | 'sample'>,
  stage: TrickStage,
  [i, j]: Axes,
): number[] {
  if (stage === 'noise') return [0, 0, 1, 1, noise[i], noise[j] ?? 0];
  return [mean[i], mean[j] ?? 0, deviation[i], deviation[j] ?? 0, sample[i], sample[j] ?? 0];
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
