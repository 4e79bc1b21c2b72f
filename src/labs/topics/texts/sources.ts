import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'notes', what: 'latent Dirichlet allocation and its coordinate ascent (9.5.4)' },
];
