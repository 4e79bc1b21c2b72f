import { describe, expect, it } from 'vitest';
import { StepPacer } from './stepPacer.ts';

function pacerAt(start: number) {
  const clock = { now: start };
  return { clock, pacer: new StepPacer(() => clock.now) };
}

describe('StepPacer', () => {
  it('lets slow motion take one step per period', () => {
    const { clock, pacer } = pacerAt(0);
    pacer.start(10);
    expect(pacer.isDue(0)).toBe(true);
    expect(pacer.isDue(1)).toBe(false);
    pacer.took(1);
    expect(pacer.waitMs()).toBe(100);
    clock.now = 100;
    expect(pacer.isDue(0)).toBe(true);
  });

  it('does not race to catch up after a stall', () => {
    const { clock, pacer } = pacerAt(0);
    pacer.start(10);
    clock.now = 60_000;
    pacer.took(1);
    pacer.took(1);
    expect(pacer.isDue(1)).toBe(false);
  });

  it('measures steps per second over the last second', () => {
    const { clock, pacer } = pacerAt(0);
    pacer.start('full');
    for (let i = 0; i < 40; i++) {
      clock.now += 50;
      pacer.took(i < 20 ? 1 : 5);
    }
    expect(pacer.stepsPerSecond()).toBeCloseTo(100, 6);
  });
});
