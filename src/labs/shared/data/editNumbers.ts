/** Numbers in edits, with what is said of one that is not such a number. */
import * as v from 'valibot';

/** A finite number from `least` to `most`; `what` it is called: "the mean". */
export const numberWithin = (least: number, most: number, what = 'it') =>
  v.pipe(
    v.number(`${what} must be a number`),
    v.finite(`${what} must be finite`),
    v.minValue(least, `${what} must be at least ${least}`),
    v.maxValue(most, `${what} must be at most ${most}`),
  );

/** Numbers as far from zero as `largest`. */
export const numbersWithin = (largest: number) =>
  v.pipe(
    v.array(numberWithin(-largest, largest), 'it must be a list of numbers'),
    v.minLength(1, 'it must have a number'),
  );

/** Which one of several things: "cluster". */
export const countedFromZero = (what: string) =>
  v.pipe(
    v.number(`the ${what} must be a number, counted from 0`),
    v.safeInteger(`the ${what} must be a whole number, counted from 0`),
    v.minValue(0, `the ${what} is counted from 0`),
  );
