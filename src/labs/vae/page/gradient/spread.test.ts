import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../math/random.ts';
import type { GradientSpreadInspection } from '../../snapshot.ts';
import { addSums, spreadsOf } from './spread.ts';

const MEAN = [3, -1];
const DEVIATION = 2;

/** Sums over gradients of two parameters, independent normal. */
function sums(repeats: number, seed: number): GradientSpreadInspection {
  const random = createRandom(seed);
  const sum = new Float64Array(2);
  let squares = 0;
  for (let r = 0; r < repeats; r++) {
    MEAN.forEach((mean, p) => {
      const value = mean + DEVIATION * random.normal();
      sum[p] += value;
      squares += value * value;
    });
  }
  const estimators = [{ id: 'pathwise' as const, sum, squares }];
  return { kind: 'gradientSpread', rows: 1, draws: 1, repeats, estimators };
}

describe('the spread of a gradient', () => {
  it('is that of the distribution it comes from, from parts as from the whole', () => {
    const [spread] = spreadsOf(addSums(sums(4000, 1), sums(6000, 2))) ?? [];
    expect(spread.variance).toBeCloseTo(2 * DEVIATION ** 2, 0);
    expect(spread.signalToNoise).toBeCloseTo(Math.hypot(...MEAN) / Math.sqrt(8), 1);
  });

  it('takes one repetition to be none, and a mean within its error to be 0', () => {
    expect(spreadsOf(sums(1, 1))).toBeNull();
    const noise = {
      ...sums(2, 1),
      estimators: [{ id: 'pathwise' as const, sum: Float64Array.of(0, 0), squares: 4 }],
    };
    expect(spreadsOf(noise)).toEqual([{ id: 'pathwise', variance: 4, signalToNoise: 0 }]);
  });
});
