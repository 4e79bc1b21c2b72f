import { posteriorTable, read, rowsTable, written } from '../shared/data/arrayTable.ts';

export const emArrays = {
  weights: read(
    'K',
    'of the clusters; of the Bayesian mixture E[π]; of k-means equal, and not read',
  ),
  means: read('K x D', 'in the units of the data'),
  covariances: read(
    'K x D x D',
    'in products of these units; of the Bayesian mixture Ψ / ν; of k-means those of the width that is set, and not read',
  ),
  ...posteriorTable,
  ...rowsTable,
  q: written('N x K', 'responsibilities as the last E-step left them: those on the page'),
  responsibilities: written('N x K', 'what an E-step makes of them at these parameters'),
  assignments: written('N', 'the most responsible cluster of each point then, from 0'),
  log_evidence: written(
    'N',
    'log p(x) of each point, in nats per unit of the data; of the Bayesian mixture its part of the ELBO',
  ),
};
