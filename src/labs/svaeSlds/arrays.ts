import {
  firstLatentTable,
  networksTable,
  read,
  rowsTable,
  shownStepsTable,
  written,
} from '../shared/data/arrayTable.ts';

export const svaeSldsArrays = {
  initial_probabilities: read('K', 'of the first state; 0 where one is removed'),
  initial_counts: read('K', 'of their Dirichlet posterior'),
  transition_matrix: read('K x K', 'row i, column j: p(state j after state i)'),
  transition_counts: read('K x K', 'of the Dirichlet posteriors of its rows'),
  dynamics_matrices: read('K x d x d', 'A of each state: x[t+1] = A x[t] + b + noise'),
  offsets: read('K x d', 'b of each state'),
  noise_covariances: read('K x d x d', 'Q of each state: the inverse of E[Q⁻¹], Ψ / ν'),
  column_covariances: read(
    'K x (d+1) x (d+1)',
    'of the posterior of [A b] of each state: how unsure its columns are',
  ),
  nu: read('K', 'degrees of freedom of the posteriors of Q'),
  ...firstLatentTable,
  removed: written('K', '1 where a state is removed; before states begin, all but one'),
  ...networksTable,
  ...rowsTable,
  ...shownStepsTable,
  starts_apart: written(
    '',
    '1: inference began from latents inferred apart from each other; 0: from even shares',
  ),
  painted: written('T', 'the state that was painted over a step, −1 for none'),
  noise: written('S x T x d', 'standard normal numbers of the samples'),
  uniforms: written('S x T', 'numbers from 0 to 1 that their states are drawn by'),
  responsibilities: written('T x K', 'q(z), and shares of the samples after the input'),
  assignments: written('T', 'the likeliest state of each step, from 0'),
  latent_means: written('T x d', 'means of q(x), and of the samples after the input'),
  prediction: written('T x D', 'mean of the decoded samples, in the units of the data'),
};
