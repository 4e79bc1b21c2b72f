/** The ranges of numbers that settings take, to be spread into a setting beside its words and its default. */

const range = <Scale extends 'linear' | 'log'>(
  scale: Scale,
  min: number,
  max: number,
  step: number,
) => ({ kind: 'number', scale, min, max, step }) as const;

/** From `min` to `max` in multiples of `step`, on a slider with equal steps. */
export const linear = (min: number, max: number, step: number) => range('linear', min, max, step);

/** The same on a slider with equal ratios, for values of several sizes. */
export const logarithmic = (min: number, max: number, step: number) => range('log', min, max, step);

/** Whole numbers on a slider with equal steps. */
export const whole = (min: number, max: number, step = 1) =>
  ({ ...range('linear', min, max, step), integer: true }) as const;

/** Whole numbers on a slider with equal ratios. */
export const wholeLogarithmic = (min: number, max: number, step = 1) =>
  ({ ...range('log', min, max, step), integer: true }) as const;
