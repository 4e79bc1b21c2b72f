import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'The best product of two factors is narrower than the exact marginals. How does its variance depend on the correlation, and why can it not be tilted?',
  'Mean field is certain of one cause of the wet grass, although both are possible. Which number in the table causes this, and what decides which cause is chosen?',
  'Compare a sweep of mean field with a sweep of Gibbs sampling: what is the same, and what does each of them converge to?',
];
