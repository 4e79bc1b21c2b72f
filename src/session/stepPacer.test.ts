import { describe, expect, it } from 'vitest';
import { StepPacer } from './stepPacer.ts';

function pacerAt(start: number) {
  const clock = { now: start };
  return { clock, pacer: new StepPacer(() => clock.now) };
}

describe('StepPacer', () => {
  it('lets slow motion take one step per period', () => {
    const { clock, pacer } = pacerAt(0);
    pacer.start(10, 0);
    expect(pacer.isDue(0)).toBe(true);
    expect(pacer.isDue(1)).toBe(false);
    pacer.count(1);
    expect(pacer.waitMs()).toBe(100);
    clock.now = 100;
    expect(pacer.isDue(0)).toBe(true);
  });

  it('does not race to catch up after a stall', () => {
    const { clock, pacer } = pacerAt(0);
    pacer.start(10, 0);
    clock.now = 60_000;
    pacer.count(1);
    pacer.count(1);
    expect(pacer.isDue(1)).toBe(false);
  });

  it('measures steps per second over the last second', () => {
    const { clock, pacer } = pacerAt(0);
    pacer.start('full', 0);
    for (let i = 0; i < 40; i++) {
      clock.now += 50;
      pacer.count(i < 20 ? 1 : 5);
    }
    expect(pacer.stepsPerSecond()).toBeCloseTo(100, 6);
  });

  /** Seconds of the clock until training has come from one step to another. */
  function secondsBetween(from: number, to: number): number {
    const { clock, pacer } = pacerAt(0);
    pacer.start('slow-start', from);
    for (let step = from; step < to; step++) {
      clock.now += pacer.waitMs();
      pacer.count(1);
    }
    return clock.now / 1000;
  }

  it('takes the first 300 steps from a seed ever faster, in nine seconds', () => {
    expect(secondsBetween(0, 15)).toBeGreaterThan(0.8);
    expect(secondsBetween(285, 300)).toBeLessThan(0.2);
    expect(secondsBetween(0, 300)).toBeGreaterThan(8);
    expect(secondsBetween(0, 300)).toBeLessThan(10);
  });

  it('holds nothing back after a slow start', () => {
    expect(secondsBetween(300, 5000)).toBe(0);
    const { pacer } = pacerAt(0);
    pacer.start('slow-start', 2000);
    expect(pacer.isDue(1000)).toBe(true);
  });

  it('keeps to a slow start in slices of several steps, too', () => {
    const { clock, pacer } = pacerAt(0);
    pacer.start('slow-start', 0);
    let steps = 0;
    for (clock.now = 0; clock.now <= 5000; clock.now += 100) {
      let taken = 0;
      while (pacer.isDue(taken)) taken += 1;
      pacer.count(taken);
      steps += taken;
    }
    const inTime = Array.from({ length: 300 }, (_, n) => n).find((n) => secondsBetween(0, n) > 5);
    expect(Math.abs(steps - Number(inTime))).toBeLessThan(10);
  });
});
