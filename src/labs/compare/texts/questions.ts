import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'The three models explain the same points. Which of them bends, which of them has clusters, and which has both?',
  'Why are the models compared on fresh points? Find a model here that is much better on the points it was trained on.',
  'Under which conditions would you choose the plain Gaussian mixture, although it is the oldest of the three?',
];
