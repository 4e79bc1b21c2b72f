/** E f over the parameters of a Gaussian: the hill that racers climb. */
import type { Integrand } from '../../../inference/estimators/integrands.ts';
import { expectationsOver } from '../../../inference/estimators/landscape.ts';
import type { EstimatorsSettings } from '../settings.ts';
import { type EstimatorsAnswer, type EstimatorsQuery, LIMITS } from '../snapshot.ts';

export function landscapeOf(
  { q, dimension }: EstimatorsSettings,
  f: Integrand,
  { cells }: EstimatorsQuery,
): EstimatorsAnswer {
  const along = (low: number, high: number) =>
    Array.from({ length: cells }, (_, i) => low + ((high - low) * i) / (cells - 1));
  const means = along(LIMITS.mean.low, LIMITS.mean.high);
  const logSds = along(Math.log(LIMITS.sd.low), Math.log(LIMITS.sd.high));
  const values =
    q === 'coin'
      ? new Float32Array(0)
      : expectationsOver(f, means, logSds.map(Math.exp)).map((value) => dimension * value);
  return { kind: 'landscape', cells, means, logSds, values };
}
