import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'What is discrete in this model, what is continuous, and what does each of the two explain about the motion?',
  'Compare the states that were found with the true ones. Where do they differ, and could an oracle that knows the parameters do better there?',
  'Make all states last longer. What happens to short visits, and which number of the model says how long a visit is expected to be?',
];
