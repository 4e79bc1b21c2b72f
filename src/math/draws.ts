/** Draws from distributions that `random.ts` does not have. */
import type { Random } from './random.ts';

/** One draw of Gamma(shape, 1), shape > 0. */
export const drawGamma = (shape: number, random: Random): number =>
  shape < 1
    ? drawLargeGamma(shape + 1, random) * (1 - random.uniform()) ** (1 / shape)
    : drawLargeGamma(shape, random);

/** The logarithm of such a draw, also where the draw would be too small for a number. */
export const drawLogGamma = (shape: number, random: Random): number =>
  shape < 1
    ? Math.log(drawLargeGamma(shape + 1, random)) + Math.log(1 - random.uniform()) / shape
    : Math.log(drawLargeGamma(shape, random));

/** For shape >= 1, by Marsaglia and Tsang (2000). */
function drawLargeGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (!(v > 0)) continue;
    if (Math.log(1 - random.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** One draw of a symmetric Dirichlet: `components` numbers that sum to 1. */
export function drawDirichlet(alpha: number, components: number, random: Random): Float64Array {
  const logs = Float64Array.from({ length: components }, () => drawLogGamma(alpha, random));
  const most = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
}

/** An index, with probabilities weights / total; never one of weight 0, where any other is left. */
export function drawIndex(weights: ArrayLike<number>, random: Random, total = 1): number {
  let left = random.uniform() * total;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] <= 0) continue;
    last = i;
    left -= weights[i];
    if (left < 0) return i;
  }
  return last;
}
