import { multiplyVectors, multiplyVectorsLowerTransposed } from '../../math/smallMatrix.ts';
import type { LdsWorkspace } from './workspace.ts';

/**
 * Many draws of the same window, the first one of the workspace, after `kalmanFilter`: each is what
 * `kalmanSampler` makes of its noise, but the factors of a step are read once for all of them.
 *
 * @param steps T of the window
 * @param count S
 * @param noise S x N x d standard normals, of which the first T rows of each draw are read, N >= T
 * @param draws S x N x d, of which the same rows are filled
 */
export function drawWindow(
  { factorInverses, filtered, gains }: Pick<LdsWorkspace, 'factorInverses' | 'filtered' | 'gains'>,
  dimension: number,
  steps: number,
  count: number,
  noise: Float64Array,
  draws: Float64Array,
): void {
  const d = dimension;
  const stride = draws.length / count;
  const spread = new Float64Array(count * d);
  for (let t = steps - 1; t >= 0; t--) {
    const at = t * d;
    multiplyVectorsLowerTransposed(
      d,
      factorInverses,
      at * d,
      count,
      noise,
      at,
      stride,
      spread,
      0,
      d,
    );
    // The last step depends on none: what would be subtracted is zero.
    if (t < steps - 1)
      multiplyVectors(d, gains, at * d, count, draws, at + d, stride, draws, at, stride);
    for (let s = 0; s < count; s++) {
      const from = s * stride + at;
      for (let i = 0; i < d; i++) {
        const mean = t < steps - 1 ? filtered[at + i] - draws[from + i] : filtered[at + i];
        draws[from + i] = mean + spread[s * d + i];
      }
    }
  }
}
