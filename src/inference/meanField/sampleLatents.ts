import { gaussianSample } from '../../distributions/gaussian.ts';
import type { MeanFieldWorkspace } from './workspace.ts';

/**
 * One reparameterised draw of q(x) per row from standard normals: x = mean + L'^-1 noise, where
 * L L' is the precision. Its adjoint is part of `meanFieldBackward`.
 *
 * @param noise B x d
 * @param out B x d
 */
export function sampleLatents(
  ws: MeanFieldWorkspace,
  rowCount: number,
  noise: Float64Array,
  out: Float64Array,
): void {
  const d = ws.layout.dimension;
  for (let row = 0; row < rowCount; row++)
    gaussianSample(d, ws.means, row * d, ws.factors, row * d * d, noise, out);
}
