import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'notes', what: 'the KL divergence (9.7), Gibbs’ inequality (9.10) and Jensen’s (9.11)' },
  { from: 'thesis', what: 'log p(x) = ELBO + KL (2.5)' },
  { from: 'bishop', what: 'alpha divergences (10.19) and factorised fits of a Gaussian (10.1.2)' },
];
