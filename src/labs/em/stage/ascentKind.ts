import type { EmAlgorithm } from '../../../models/em/settings.ts';
import type { AscentKind } from '../../parts/em/ascentInWords.ts';

/** What of Theorem 16 holds for an algorithm. */
export function ascentKind(algorithm: EmAlgorithm): AscentKind {
  if (algorithm === 'k-means') return 'hard';
  return algorithm === 'bayesian-gmm' ? 'bayesian' : 'soft';
}
