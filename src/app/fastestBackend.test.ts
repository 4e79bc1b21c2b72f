import { describe, expect, it } from 'vitest';
import { type BackendStorage, recallFastest, rememberFastest } from './fastestBackend.ts';

const DAY = 24 * 3600 * 1000;

function memory(): () => BackendStorage {
  const items = new Map<string, string>();
  return () => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
  });
}

describe('the fastest backend', () => {
  it('is known for a week', () => {
    const storage = memory();
    expect(recallFastest(storage, 0)).toBeNull();
    rememberFastest(storage, 'webgl', DAY);
    expect(recallFastest(storage, 7 * DAY)).toBe('webgl');
    expect(recallFastest(storage, 9 * DAY)).toBeNull();
    expect(recallFastest(storage, 0), 'a clock set back').toBeNull();
  });

  it('is not known where storage is forbidden or holds something else', () => {
    const forbidden = (): never => {
      throw new Error('Forbidden.');
    };
    expect(recallFastest(forbidden, 0)).toBeNull();
    expect(() => rememberFastest(forbidden, 'cpu', 0)).not.toThrow();
    expect(recallFastest(() => ({ getItem: () => 'abacus 1', setItem() {} }), 2)).toBeNull();
  });
});
