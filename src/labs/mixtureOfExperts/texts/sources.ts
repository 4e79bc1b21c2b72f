import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'jordan', what: 'experts, the gate, and EM for both' },
  { from: 'notes', what: 'the E-step (9.16), with the gate in place of the weights' },
];
