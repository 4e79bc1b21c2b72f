import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'Where in the matrix is the frequency of the motion? Explain why scaling one column changes more than the frequency.',
  'Without input the mean of all predictions fades, while each single sample goes on. What does the model not know, and how does the mean show it?',
  'What happens to the prediction when an eigenvalue is moved outside the unit circle, and what when it is moved inwards?',
];
