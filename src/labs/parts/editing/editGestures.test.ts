import { describe, expect, it } from 'vitest';
import { goesOn, ONE_CHANGE_MS } from './editGestures.ts';

describe('goesOn', () => {
  const end = { target: 'moveCluster 2', at: 1000 } as const;
  it('joins strokes on the same thing that follow closely', () => {
    expect(goesOn(end, { ...end, at: 1000 + ONE_CHANGE_MS })).toBe(true);
    expect(goesOn(end, { ...end, at: 1001 + ONE_CHANGE_MS })).toBe(false);
    expect(goesOn(end, { ...end, target: 'moveCluster 3' })).toBe(false);
    expect(goesOn(null, end)).toBe(false);
  });
});
