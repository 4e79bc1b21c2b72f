import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'All estimators use the same draws and most of them have the same mean. By what else should one choose among them?',
  'Why does the variance of the score function grow with the number of dimensions, while that of reparameterisation stays as it is?',
  'Give one f for which reparameterisation is worse than the score function, and one for which its mean is wrong. Which property do these functions have that a quadratic does not have?',
];
