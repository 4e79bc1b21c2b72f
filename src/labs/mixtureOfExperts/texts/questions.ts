import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'What does an expert know, and what does the gate know? Describe the model as a way to draw y for a given x.',
  'At some x the dashed prediction lies where there are hardly any points. Why is the mean of y a poor summary there?',
  'The gate takes only a few Newton steps in each M-step and does not reach its optimum. Why does the log-likelihood still never fall?',
];
