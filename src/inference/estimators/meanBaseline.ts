/** The score function with the mean as its baseline: b = E f. */
import { constantBaseline } from './baseline.ts';

export const meanBaseline = constantBaseline(({ value }) => value);
