import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'notes', what: 'bounds from unbiased estimators (9.6.4, (9.34))' },
  { from: 'burda', what: 'the importance-weighted bound' },
  { from: 'cremer', what: 'what q becomes with K draws' },
  { from: 'rainforth', what: 'signal and noise of the gradients over K' },
  { from: 'tucker', what: 'the doubly reparameterised gradient' },
  { from: 'vehtari', what: 'Pareto k, the shape of the tail of the weights' },
  { from: 'neal', what: 'annealed importance sampling' },
  { from: 'gordon', what: 'the particle filter' },
];
