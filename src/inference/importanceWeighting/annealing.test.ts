import { expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { spreadOf } from '../estimators/spread.ts';
import { FROM, gapInErrors, TO } from './annealing.fixture.ts';
import {
  annealedLogWeights,
  annealingGap,
  limitOfAnnealingGap,
  metropolisTransition,
  perfectTransition,
} from './annealing.ts';
import golden from './golden/ais.json' with { type: 'json' };
import { logMeanWeight } from './weights.ts';

it('agrees with golden numbers, and tends to J / 2T', () => {
  for (const { target, temperatures, gap } of golden)
    expect(annealingGap(FROM, target, temperatures)).toBeCloseTo(gap, 9);
  expect(limitOfAnnealingGap(FROM, TO, 1)).toBeCloseTo(23.625 / 2, 10);
  const [gap, limit] = [annealingGap, limitOfAnnealingGap].map((of) => of(FROM, TO, 1000));
  expect(gap / limit).toBeCloseTo(1, 2);
});

it.each([1, 10, 100])('comes to the exact gaps from both sides, T = %i', (steps) => {
  expect(gapInErrors(steps)).toBeLessThan(3);
});

it('is unbiased for Z whatever the transitions, which only widen the gap', () => {
  const near = { mean: 1, sd: 0.8 };
  const gaps = [perfectTransition, metropolisTransition(1)].map((transition, i) => {
    const out = new Float64Array(40_000);
    annealedLogWeights(FROM, near, 10, transition, createRandom(i), out);
    const weights = spreadOf(out.map(Math.exp));
    expect(Math.abs(weights.mean - 1)).toBeLessThan(4 * weights.meanError);
    expect(logMeanWeight(out)).toBeCloseTo(Math.log(weights.mean), 9);
    return -spreadOf(out).mean;
  });
  expect(gaps[1]).toBeGreaterThan(gaps[0]);
});
