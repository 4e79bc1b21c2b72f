import { describe, expect, it } from 'vitest';
import { editInWords, removalInWords } from './editWords.ts';

describe('editInWords', () => {
  it('counts clusters from 1 and writes a true minus', () => {
    expect(editInWords({ kind: 'moveCluster', cluster: 2, mean: [1.23, -4] })).toBe(
      'Cluster 3 moved to (1.2, −4.0)',
    );
    expect(editInWords({ kind: 'weighCluster', cluster: 0, weight: 0.2 })).toBe(
      'Cluster 1 has weight 0.20',
    );
  });
});

describe('removalInWords', () => {
  it('names the heirs, the largest first', () => {
    expect(removalInWords(2, [2, 2, 2, 0, 2], [6, 4, 6, 0, 6])).toBe(
      'Cluster 3 removed; its 4 points went to clusters 7 and 5',
    );
    expect(removalInWords(2, [2, 1], [1, 1])).toBe(
      'Cluster 3 removed; its point went to cluster 2',
    );
  });

  it('does not list a crowd', () => {
    expect(removalInWords(0, [0, 0, 0, 0, 0, 0], [1, 1, 2, 2, 3, 4])).toBe(
      'Cluster 1 removed; its 6 points went to clusters 2, 3 and others',
    );
  });

  it('says when there was nothing to inherit', () => {
    expect(removalInWords(5, [1, 2], [1, 2])).toBe('Cluster 6 removed; it had no points');
  });
});
