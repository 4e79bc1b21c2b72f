/** Where decoders take the contours of latent Gaussians. */
import { cholesky } from '../../../math/cholesky.ts';
import type { Outline } from '../snapshot.ts';

/** Latents are drawn as their contour at this many deviations. */
const DEVIATIONS = 2;
/** Points along a contour: smooth where a decoder bends it much. */
const POINTS = 96;

interface LatentGaussian {
  readonly id: number | null;
  /** d */
  readonly mean: readonly number[];
  /** d x d */
  readonly covariance: readonly number[];
}

type Decode = (latents: Float64Array, count: number) => Float32Array;

/**
 * Contours through a decoder, all in one pass of it. Of one dimension the contour is an interval,
 * there and back; more than two have none that could be drawn as a line.
 */
export function decodedOutlines(gaussians: readonly LatentGaussian[], decode: Decode): Outline[] {
  if (gaussians.length === 0) return [];
  const d = gaussians[0].mean.length;
  const latents = new Float64Array(gaussians.length * POINTS * d);
  gaussians.forEach(({ mean, covariance }, g) => {
    const factor = Float64Array.from(covariance);
    cholesky(factor, 0, d);
    for (let i = 0; i < POINTS; i++) {
      const angle = (2 * Math.PI * i) / POINTS;
      const circle = [DEVIATIONS * Math.cos(angle), DEVIATIONS * Math.sin(angle)];
      for (let row = 0; row < d; row++) {
        let value = mean[row];
        for (let j = 0; j <= row; j++) value += factor[row * d + j] * circle[j];
        latents[(g * POINTS + i) * d + row] = value;
      }
    }
  });
  const decoded = decode(latents, gaussians.length * POINTS);
  const D = decoded.length / (gaussians.length * POINTS);
  return gaussians.map(({ id }, g) => ({
    cluster: id,
    points: decoded.slice(g * POINTS * D, (g + 1) * POINTS * D),
  }));
}
