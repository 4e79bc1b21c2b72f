import { describe, expect, it } from 'vitest';
import { isSteppedThrough } from './useMotionKey.ts';

const READY = { phase: 'ready', speed: 'full', draft: null } as const;

describe('isSteppedThrough', () => {
  it('glides with steps taken by hand, whatever the speed of Play', () => {
    expect(isSteppedThrough(READY)).toBe(true);
    expect(isSteppedThrough({ ...READY, speed: 100 })).toBe(true);
  });

  it('glides while Play is slow enough to show each step', () => {
    for (const speed of [1, 3]) {
      expect(isSteppedThrough({ ...READY, phase: 'playing', speed })).toBe(true);
    }
    for (const speed of [10, 100, 'slow-start', 'full'] as const) {
      expect(isSteppedThrough({ ...READY, phase: 'playing', speed })).toBe(false);
    }
  });

  it('does not glide during a drag, nor through many steps requested at once', () => {
    expect(isSteppedThrough({ ...READY, draft: { edits: [] } })).toBe(false);
    expect(isSteppedThrough({ ...READY, phase: 'playing', speed: 1, draft: {} })).toBe(false);
    expect(isSteppedThrough({ ...READY, phase: 'training' })).toBe(false);
  });
});
