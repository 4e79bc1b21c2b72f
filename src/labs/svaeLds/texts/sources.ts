import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'johnson', what: 'the structured VAE and the bouncing dot' },
  {
    from: 'thesis',
    what: 'Figure 4.2: the graphical model; the experiments of section 6.2, Figures 6.5 to 6.10; filter, smoother and sampler (appendix B, Figures B.1 to B.3)',
  },
  { from: 'rauch', what: 'the smoother' },
  { from: 'takens', what: 'delay coordinates of measured series' },
  {
    from: 'mishkin',
    what: 'the start from the data: layer by layer, every unit varies by 1 over the data',
  },
  {
    from: 'collapse',
    what: 'where the decoder’s variance starts: above the largest eigenvalue of the data’s covariance the posterior collapses onto the prior',
  },
];
