import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'notes', what: 'reparameterisation (9.6.2, (9.33)) and the score function (9.6.3)' },
  { from: 'mohamed', what: 'the functions whose estimators are compared' },
  { from: 'roeder', what: 'sticking the landing' },
  { from: 'kool', what: 'the leave-one-out baseline' },
  { from: 'bengio', what: 'straight-through' },
  { from: 'jang', what: 'the relaxed coin' },
];
