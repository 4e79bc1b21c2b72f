import {
  networksTable,
  posteriorTable,
  read,
  rowsTable,
  written,
} from '../shared/data/arrayTable.ts';

export const svaeGmmArrays = {
  weights: read('K', 'expected weights of the clusters; 0 where one is removed'),
  means: read('K x d', 'means of the clusters in latent space'),
  covariances: read('K x d x d', 'of the clusters: the inverse of E[Σ⁻¹], Ψ / ν'),
  ...posteriorTable,
  removed: written('K', '1 where a cluster is removed by an edit'),
  ...networksTable,
  ...rowsTable,
  start_responsibilities: written('N x K', 'where training left the responsibilities'),
  responsibilities: written('N x K', 'q(z), at the fixed point of mean field'),
  assignments: written('N', 'the most responsible cluster of each point, from 0'),
  latent_means: written('N x d', 'means of q(x)'),
  reconstructions: written('N x D', 'decoded latent_means, in the units of the data'),
};
