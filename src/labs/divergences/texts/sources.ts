import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'notes', what: 'divergences and the lower bound (9.2, 9.5.1)' },
];
