import { written } from '../shared/data/arrayTable.ts';

/** What the file of a posterior in the plane or of a network holds; a file has one of the two. */
export const meanFieldArrays = {
  elbo: written('', 'of q, in nats'),
  log_evidence: written('', 'exact, in nats; NaN where it is not known'),
  x: written('G', 'plane: middles of the cells along the first coordinate'),
  y: written('G', 'along the second coordinate'),
  log_density: written('G x G', 'log p(x, y) by y and x; it integrates to the evidence'),
  marginals: written('2 x G', 'exact densities of both coordinates'),
  factors: written('2 x G', 'densities of the factors of q'),
  means: written('2', 'of the factors'),
  deviations: written('2', 'their standard deviations'),
  observations: written('N', 'data of the normal posterior'),
  names: written('V', 'network: names of the nodes'),
  'node.<i>.parents': written('P', 'numbers of the parents of node i, from 0'),
  'node.<i>.table': written(
    'S x … x S',
    'p(node | parents): an axis for each parent, then the node',
  ),
  evidence: written('V', 'observed states, from 0; −1 of hidden nodes'),
  exact: written('V x S', 'exact marginals; NaN beyond the states of a node'),
  q: written('V x S', 'factors of mean field'),
  gibbs: written('V x S', 'marginals by Gibbs sampling'),
};
