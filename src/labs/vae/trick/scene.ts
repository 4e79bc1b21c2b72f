/** Where things stand in the picture of the trick, so that they can glide from frame to frame. */
import type { ReparameterisationInspection } from '../../../models/vae/snapshot.ts';
import { type Latent, latent } from '../../../plots/coordinates.ts';
import type { Axes } from '../../parts/stage/AxisChoice.tsx';
import type { TrickStage } from './frames.ts';

/** The longer of two arrows, in standard deviations of the prior. */
const REACH = 1.1;

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

/** The tip of one of two arrows that keep their lengths to each other. */
export function arrowTip(from: Latent, slope: Latent, other: Latent): Latent {
  const longest = Math.max(Math.hypot(...slope), Math.hypot(...other));
  const scale = longest > 0 ? REACH / longest : 0;
  return latent(from[0] + scale * slope[0], from[1] + scale * slope[1]);
}
