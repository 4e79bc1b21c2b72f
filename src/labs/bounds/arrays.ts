import { written } from '../shared/data/arrayTable.ts';

/** What the file of each part holds. */
export const boundsArrays = {
  log_evidence: written('', 'one datum: log p(x), exact, in nats'),
  elbo: written('', 'of q, exact, in nats'),
  sizes: written('S', 'numbers of draws K in one bound'),
  bounds: written('S', 'L_K, exact'),
  measured_sizes: written('M', 'numbers of draws that were measured'),
  measured_bounds: written('M', 'means over repeats'),
  measured_errors: written('M', 'their standard errors'),
  z: written('K', 'weights: the first K draws of q'),
  log_weights: written('K', 'log p(x, z) − log q(z) of these'),
  signal: written(
    '3 x S',
    'signal: signal-to-noise ratio of the gradients of encoder, DReG and decoder, exact',
  ),
  log_z: written('', 'annealing: log of the normaliser of the target, exact'),
  steps: written('S', 'numbers of steps T'),
  gaps: written('S', 'log Z − lower bound with perfect moves, exact'),
  reverse_gaps: written('S', 'upper bound − log Z, exact'),
  measured_reverse: written('M', 'upper bounds, means over runs'),
  observations: written('T', 'particle filter: the series'),
  means: written('T', 'of the observed coordinate, given the observations so far, exact'),
  deviations: written('T', 'its standard deviation'),
  log_likelihood: written('', 'log p(y), exact'),
  resampling: written('W', 'ways of resampling'),
  estimates: written('W x R', 'of log p(y), R repeats; NaN where there are fewer'),
};
