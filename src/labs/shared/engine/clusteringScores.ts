import type { Dataset } from '../../../datasets/dataset.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import type { Score } from '../../engine.ts';

/**
 * How well clusters agree with the true classes, where the data have such (Hubert and Arabie 1985), and
 * how many are in use.
 *
 * @param assignments N cluster numbers
 * @param called what the lab calls its clusters
 */
export const clusteringScores = (
  { labels }: Pick<Dataset, 'labels'>,
  assignments: ArrayLike<number>,
  used: number,
  called = 'clusters',
): readonly Score[] => [
  {
    name: 'Rand index',
    value: labels ? adjustedRandIndex(labels, assignments) : null,
    better: 'higher',
  },
  { name: `${called} used`, value: used, decimals: 0 },
];
