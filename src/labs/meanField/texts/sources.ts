import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'notes', what: 'mean field, coordinate ascent and Gibbs sampling (9.5.1 to 9.5.3)' },
];
