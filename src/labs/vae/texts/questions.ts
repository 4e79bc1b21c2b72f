import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'Why is the latent written as z = μ + σ ε with noise ε that depends on no parameter? What could not be computed otherwise?',
  'Raise β until a latent dimension collapses. What do the posterior and the KL of this dimension look like, and why does it not come back at once when β is lowered?',
  'Find a place in the latent plane that decodes to something unlike all data. Why did training not prevent this?',
];
