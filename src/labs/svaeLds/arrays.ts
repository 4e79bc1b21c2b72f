import {
  firstLatentTable,
  networksTable,
  read,
  rowsTable,
  shownStepsTable,
  written,
} from '../shared/data/arrayTable.ts';

export const svaeLdsArrays = {
  transition_matrix: read('d x d', 'A: x[t+1] = A x[t] + noise; its mean E[A]'),
  noise_covariance: read('d x d', 'Q of a step: the inverse of E[Q⁻¹], Ψ / ν'),
  column_covariance: read('d x d', 'K of the posterior of A: how unsure its columns are'),
  nu: read('', 'degrees of freedom of the posterior of Q'),
  ...firstLatentTable,
  ...networksTable,
  ...rowsTable,
  ...shownStepsTable,
  latent_scale: written('d', 'latents are scaled by it on their way to the decoder'),
  latent_shift: written('', 'and then shifted by this'),
  noise: written('S x T x d', 'standard normal numbers of the samples'),
  latent_means: written('T x d', 'means of the states, scaled and shifted'),
  prediction: written('T x D', 'mean of the decoded samples, in the units of the data'),
};
