import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'notes', what: 'mean field, coordinate ascent and Gibbs sampling (9.5.1 to 9.5.3)' },
  {
    from: 'thesis',
    what: 'the Markov blanket (figure 2.4), and variational message passing (2.24 to 2.26)',
  },
];
