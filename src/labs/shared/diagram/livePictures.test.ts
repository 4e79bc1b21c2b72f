import { expect, it } from 'vitest';
import { sharesInWords } from './livePictures.ts';

it('says the largest shares, and how much is left for those that are not named', () => {
  expect(sharesInWords([0.2, 0.2, 0.2, 0.2, 0.2], 'cluster')).toBe(
    'cluster 1: 0.20, cluster 2: 0.20, cluster 3: 0.20, others: 0.40',
  );
  expect(sharesInWords([0.1, 0, 0.9, 0], 'state')).toBe('state 3: 0.90, state 1: 0.10');
  expect(sharesInWords([0.999, 0.001], 'topic')).toBe('topic 1: 1.00');
});
