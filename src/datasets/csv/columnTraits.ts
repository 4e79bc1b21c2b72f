/** What the numbers of a column do from row to row: a counter or a clock is no measurement. */

export type Trait =
  /** The same value in every row. */
  | 'constant'
  /** Goes up by one from row to row. */
  | 'counts'
  /** Goes up or down by the same amount from row to row. */
  | 'clock'
  /** Goes up, or down, from row to row. */
  | 'rises'
  /** Counts, and begins again. */
  | 'repeats';

/** Rows from which on going up all the time is no accident. */
const FEWEST_ROWS = 8;

/** The trait of N values, NaN where missing; null where there is none. */
export function traitOf(values: Float64Array): Trait | null {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2) return null;
  if (known.every((value) => value === known[0])) return 'constant';
  // Gaps in a counter leave its other values where they are.
  const steps = stepsOf(values);
  if (known.length >= 3 && steps.every((step) => step === 1)) return 'counts';
  if (known.length < FEWEST_ROWS) return null;
  const [first] = steps;
  const tolerance = 1e-6 * Math.abs(first) + 1e-9 * Math.max(...known.map(Math.abs));
  if (first !== 0 && steps.every((step) => Math.abs(step - first) <= tolerance)) return 'clock';
  if (repeats(known)) return 'repeats';
  if (isMonotone(steps, 1) || isMonotone(steps, -1)) return 'rises';
  return null;
}

/** Differences of neighbours, for each row between them where values are missing. */
function stepsOf(values: Float64Array): number[] {
  const steps: number[] = [];
  let last = -1;
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    if (last >= 0) steps.push((value - values[last]) / (row - last));
    last = row;
  });
  return steps;
}

/** Nearly all steps go one way and none the other: clocks may stand still for a reading. */
function isMonotone(steps: readonly number[], sign: 1 | -1): boolean {
  if (steps.some((step) => sign * step < 0)) return false;
  const still = steps.filter((step) => step === 0).length;
  return still <= 0.2 * steps.length;
}

/** 1, 2, 3, 1, 2, 3: counts to three or further, at least twice; or 1, 1, 1, 2, 2, 2 and so on. */
function repeats(values: Float64Array): boolean {
  if (!values.every(Number.isInteger)) return false;
  let starts = 1;
  for (let row = 1; row < values.length; row++) {
    if (values[row] === values[row - 1] + 1) continue;
    if (values[row] !== values[0] || values[row - 1] < values[0] + 2) return inBlocks(values);
    starts++;
  }
  return starts > 1;
}

/** Goes up by one from block to block of equal values, over more blocks than there are classes. */
function inBlocks(values: Float64Array): boolean {
  let blocks = 1;
  for (let row = 1; row < values.length; row++) {
    const step = values[row] - values[row - 1];
    if (step !== 0 && step !== 1) return false;
    blocks += step;
  }
  return blocks > MOST_CLASSES;
}

/** Whole numbers that take more values than this are no classes. */
export const MOST_CLASSES = 12;
