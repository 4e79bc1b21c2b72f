/** Numbers of the still picture on a lab's card at home: few, and short. */

/** One point in so many is enough for a picture of that size. */
const EVERY = 4;

export const everyFourth = (rows: number): number[] =>
  Array.from({ length: Math.ceil(rows / EVERY) }, (_, i) => i * EVERY);

export const round = (value: number): number => Number(value.toFixed(2));

/** Height of a density: in hundredths its curve would be a stair. */
export const roundHeight = (value: number): number => Number(value.toFixed(3));

export const rounded = (values: ArrayLike<number>): number[] => Array.from(values, round);
