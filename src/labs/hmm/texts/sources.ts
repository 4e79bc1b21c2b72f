import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'rabiner', what: 'the forward-backward algorithm and EM for hidden Markov models' },
  { from: 'dempster', what: 'the EM algorithm' },
];
