import { networksTable, read, rowsTable, written } from '../shared/data/arrayTable.ts';

export const svaeGmmArrays = {
  weights: read('K', 'expected weights of the clusters; 0 where one is removed'),
  means: read('K x d', 'means of the clusters in latent space'),
  covariances: read('K x d x d', 'of the clusters: the inverse of E[Σ⁻¹], Ψ / ν'),
  alpha: read('K', 'of the Dirichlet posterior of the weights'),
  kappa: read('K', 'of the normal-inverse-Wishart posteriors: how many points the means are worth'),
  nu: read('K', 'their degrees of freedom'),
  removed: written('K', '1 where a cluster is removed by an edit'),
  ...networksTable,
  ...rowsTable,
  start_responsibilities: written('N x K', 'where training left the responsibilities'),
  responsibilities: written('N x K', 'q(z), at the fixed point of mean field'),
  assignments: written('N', 'the most responsible cluster of each point, from 0'),
  latent_means: written('N x d', 'means of q(x)'),
  reconstructions: written('N x D', 'decoded latent_means, in the units of the data'),
  labels: written('N', 'classes of the points, where they are known, from 0; −1 for none'),
};
