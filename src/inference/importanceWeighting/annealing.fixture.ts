import { createRandom } from '../../math/random.ts';
import { spreadOf } from '../estimators/spread.ts';
import {
  annealedLogWeights,
  annealingGap,
  perfectTransition,
  reverseAnnealingGap,
} from './annealing.ts';

export const FROM = { mean: 0, sd: 1 };
export const TO = { mean: 3, sd: 0.5 };

/** How far the mean of 20,000 log weights is from the exact gap, in standard errors: the worse of both ways. */
export function gapInErrors(steps: number): number {
  const out = new Float64Array(20_000);
  const ways = [
    [FROM, TO, annealingGap(FROM, TO, steps)],
    [TO, FROM, reverseAnnealingGap(FROM, TO, steps)],
  ] as const;
  return Math.max(
    ...ways.map(([from, to, exact]) => {
      annealedLogWeights(from, to, steps, perfectTransition, createRandom(steps), out);
      const { mean, meanError } = spreadOf(out);
      return Math.abs(-mean - exact) / meanError;
    }),
  );
}
