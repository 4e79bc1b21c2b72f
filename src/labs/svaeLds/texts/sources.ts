import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'johnson', what: 'the structured VAE and the bouncing dot' },
  {
    from: 'thesis',
    what: 'Figure 4.2: the graphical model; the experiments of section 6.2, Figures 6.5 to 6.10; filter, smoother and sampler (appendix B, Figures B.1 to B.3)',
  },
  { from: 'rauch', what: 'the smoother' },
];
