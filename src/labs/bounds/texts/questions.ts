import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'A weight estimates p(x) without bias. Why is its logarithm too low on average, and why does averaging K weights inside the logarithm help?',
  'With many draws the gap is small although q is far from the posterior. What does a small gap say about q, and what does it not say?',
  'The bound gets better with K. Why may the gradient of the encoder get worse at the same time?',
];
