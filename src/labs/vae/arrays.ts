import { networksTable, rowsTable, written } from '../shared/data/arrayTable.ts';

export const vaeArrays = {
  ...networksTable,
  ...rowsTable,
  posterior: written('', 'q(x) is a “diagonal” or a “full” Gaussian'),
  latent_means: written('N x d', 'means of q(x)'),
  latent_deviations: written('N x d', 'standard deviations of q(x), of each coordinate by itself'),
  kl: written('N', 'KL(q(x) || N(0, I)) of each point, in nats'),
  reconstructions: written('N x D', 'decoded latent_means, in the units of the data'),
};
