import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'Both fits start in the same place and end in different ones. Why does minimising KL(p‖q) cover both peaks, while minimising KL(q‖p) chooses one?',
  'Change p or q so that one of the two divergences is infinite and the other is not. Which property of the densities decides which one it is?',
  'After KL(q‖p) has settled on one of two equal peaks, about 0.69 nats are left. Where does this number come from, and what would it be for peaks that hold 70 % and 30 % of the mass?',
];
