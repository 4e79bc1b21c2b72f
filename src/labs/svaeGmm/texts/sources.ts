import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'johnson', what: 'the structured VAE' },
  {
    from: 'thesis',
    what: 'Figures 3.1 and 4.1: the graphical model; Algorithm 1 and its gradients (chapter 3), the mixture and its messages (appendix A), the spiral arms, and Figures 6.3 and 6.4: bad starts, and clusters removed and moved',
  },
  { from: 'amari', what: 'natural gradients' },
  { from: 'adam', what: 'the optimiser of the networks' },
];
