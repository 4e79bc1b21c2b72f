import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'dempster', what: 'the EM algorithm' },
  {
    from: 'notes',
    what: 'the ELBO as energy plus entropy (9.14, 9.15), both half-steps (9.16 to 9.21) and Theorem 16: EM never lowers the log-likelihood',
  },
  {
    from: 'thesis',
    what: 'Figures 2.1 and 4.1: the graphical model; Figure 2.2: log-likelihood, ELBO and the gap; Figure 6.2b: a Gaussian mixture on spiral arms; priors over the parameters (section 4.1)',
  },
  { from: 'arthur', what: 'the start of the means by k-means++' },
];
