import { describe, expect, it } from 'vitest';
import { formatHash, parseHash } from './router.ts';

describe('the route in the hash', () => {
  it.each([
    ['', '/', ''],
    ['#', '/', ''],
    ['#/', '/', ''],
    ['#/svae-gmm', '/svae-gmm', ''],
    ['#/svae-gmm/', '/svae-gmm', ''],
    ['#svae-gmm', '/svae-gmm', ''],
    ['#/svae-gmm?seed=3&x=a%20b', '/svae-gmm', 'seed=3&x=a%20b'],
    ['#/svae-gmm?a=1?b=2', '/svae-gmm', 'a=1?b=2'],
    ['#?seed=3', '/', 'seed=3'],
    ['#/%E0%A4%A', '/%E0%A4%A', ''],
  ])('%j is %j with %j', (hash, path, linkState) => {
    expect(parseHash(hash)).toEqual({ path, linkState });
  });

  it('is written as it is read', () => {
    for (const hash of ['#/', '#/svae-gmm', '#/svae-gmm?seed=3&x=a%20b']) {
      expect(formatHash(parseHash(hash))).toBe(hash);
    }
  });
});
