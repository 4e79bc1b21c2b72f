import { describe, expect, it } from 'vitest';
import type { DomainState, Extent } from './domain.ts';
import { fitDomain, nextDomain, roundUp } from './domain.ts';

const square = (reach: number): Extent => ({
  left: -reach,
  right: reach,
  bottom: -reach,
  top: reach,
});

describe('domains of a plot', () => {
  it('take round values that contain the extent', () => {
    expect(roundUp(2.1)).toBe(2.5);
    expect(roundUp(0.081)).toBeCloseTo(0.1);
    const extent = { left: 3.1, right: 9.7, bottom: -22, top: -18 };
    const { x, y, half } = fitDomain(extent);
    expect(x - half).toBeLessThanOrEqual(3.1);
    expect(x + half).toBeGreaterThanOrEqual(9.7);
    expect(y - half).toBeLessThanOrEqual(-22);
    expect(y + half).toBeGreaterThanOrEqual(-18);
  });

  it('survive a single point', () => {
    expect(fitDomain({ left: 2, right: 2, bottom: 2, top: 2 }).half).toBeGreaterThan(0);
  });

  it('do not move while points jitter inside them', () => {
    const start = { domain: fitDomain(square(7)), roomySince: null };
    let state: DomainState = start;
    for (let frame = 0; frame < 500; frame++)
      state = nextDomain(state, square(6.5 + 0.5 * Math.sin(frame)), frame * 16);
    expect(state).toBe(start);
  });

  it('grow at once', () => {
    const state = nextDomain({ domain: fitDomain(square(7)), roomySince: null }, square(30), 0);
    expect(state.domain.half).toBeGreaterThanOrEqual(30);
  });

  it('shrink only after a while of much room', () => {
    const start = { domain: fitDomain(square(30)), roomySince: null };
    const waiting = nextDomain(start, square(5), 1000);
    expect(waiting.domain).toBe(start.domain);
    expect(nextDomain(waiting, square(5), 1400)).toBe(waiting);
    expect(nextDomain(waiting, square(5), 9000).domain.half).toBeLessThan(8);
  });

  it('forget the room when points return', () => {
    const start = { domain: fitDomain(square(30)), roomySince: null };
    const waiting = nextDomain(start, square(5), 0);
    const back = nextDomain(waiting, square(28), 1000);
    expect(back.roomySince).toBeNull();
    expect(nextDomain(back, square(5), 2000).domain).toEqual(start.domain);
  });
});
