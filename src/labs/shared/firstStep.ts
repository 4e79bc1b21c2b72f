import type { FirstStep } from '../page.ts';

/** Done with the first edit. */
export const edited: FirstStep['isDone'] = ({ edits }, { isGiven }) => !isGiven && edits.length > 0;

/** Done when an iteration is: an E-step and an M-step. */
export const iterated: FirstStep['isDone'] = (_document, { isGiven, step }) =>
  !isGiven && step >= 2;

/** Done when a point is selected. */
export const pointSelected: FirstStep['isDone'] = (_document, { view }) =>
  view.selected.row !== undefined;
