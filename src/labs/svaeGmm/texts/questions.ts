import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'What does the network contribute to the assignment of a point, and what does the mixture contribute? Follow one point from the data space to its cluster.',
  'Move or remove a cluster. Which of the data change, and why do the others stay where they are?',
  'How many clusters did the model start with, and how many are in use now? Which term of the ELBO removes the others?',
];
