import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'Why does the E-step need the whole series to find the probability of a state at one step? What does the forward pass know, and what does the backward pass add?',
  'Drag the mean of a state. Which numbers change at once, which only with the next E-step, and what happens to the gap?',
  'From the transition matrix, how long does the model expect to stay in each state? Compare this with the series.',
];
