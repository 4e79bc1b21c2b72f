/** E f over means and standard deviations, for pictures. */
import type { Integrand } from './integrands.ts';

/** Half the range of the sums, in standard deviations, and the number of places in them. */
const REACH = 5;
const PLACES = 81;
const HALF_LOG_TWO_PI_E = Math.log(2 * Math.PI * Math.E) / 2;

const NOISE = Float64Array.from({ length: PLACES }, (_, i) => REACH * ((2 * i) / (PLACES - 1) - 1));
const SHARES = NOISE.map((e) => Math.exp((-e * e) / 2));
const WHOLE = SHARES.reduce((sum, share) => sum + share, 0);

/**
 * By the trapezoidal rule in steps of an eighth of a standard deviation. The error is negligible
 * where f is smooth on that scale, and at most a few per cent of the height of a jump of f.
 *
 * @returns by row (standard deviation) and column (mean)
 */
export function expectationsOver(
  f: Integrand,
  means: readonly number[],
  sds: readonly number[],
): Float32Array {
  const values = new Float32Array(means.length * sds.length);
  sds.forEach((sd, row) => {
    const entropy = f.hasEntropy ? Math.log(sd) + HALF_LOG_TWO_PI_E : 0;
    means.forEach((mean, column) => {
      let sum = 0;
      for (let i = 0; i < PLACES; i++) sum += SHARES[i] * f.value(mean + sd * NOISE[i]);
      values[row * means.length + column] = sum / WHOLE + entropy;
    });
  });
  return values;
}
