import type { AscentKind } from '../../../shared/em/ascentInWords.ts';
import type { EmAlgorithm } from '../../settings.ts';

/** What of Theorem 16 holds for an algorithm. */
export function ascentKind(algorithm: EmAlgorithm): AscentKind {
  if (algorithm === 'k-means') return 'hard';
  return algorithm === 'bayesian-gmm' ? 'bayesian' : 'soft';
}
