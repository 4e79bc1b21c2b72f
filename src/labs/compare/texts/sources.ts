import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'thesis', what: 'Figure 6.2: the observations, and a GMM, a VAE and an SVAE on them' },
  { from: 'notes', what: 'log-likelihoods by importance sampling (9.34)' },
  { from: 'hubert', what: 'the adjusted Rand index' },
];
