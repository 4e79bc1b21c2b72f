/** The score function with the constant that leaves the least variance: b = E[f s^2] / E[s^2]. */
import { constantBaseline } from './baseline.ts';

export const bestBaseline = constantBaseline(
  ({ weighedScore, squaredScore }) => weighedScore / squaredScore,
);
