import { describe, expect, it } from 'vitest';
import {
  describePair,
  dialPeriods,
  membersOf,
  NO_TURN,
  periodOf,
  periodText,
  polarAfterKey,
  polarAt,
  splitEigenvalues,
  turnBetween,
} from './eigenvalues.ts';

const pair = { angle: (2 * Math.PI) / 26.67, radius: 0.99 };

describe('eigenvalues of a real matrix', () => {
  it('are split into pairs, in their order, and reals', () => {
    const { pairs, reals } = splitEigenvalues({
      real: [0, 0, 0.9, -0.5, 0.3, 0.3],
      imaginary: [1, -1, 0, 1e-15, -0.4, 0.4],
    });
    expect(pairs).toHaveLength(2);
    expect(pairs[0]).toEqual({ angle: Math.PI / 2, radius: 1 });
    expect(pairs[1].radius).toBeCloseTo(0.5, 14);
    expect(reals).toEqual([0.9, -0.5]);
  });

  it('have a period of two pi over their angle', () => {
    expect(periodOf(pair.angle)).toBeCloseTo(26.67, 12);
    expect(periodOf(Math.PI / 2)).toBe(4);
    expect(periodText(26.666)).toBe('26.7');
    expect(periodText(3.999)).toBe('4.00');
    expect(periodText(150.4)).toBe('150');
    expect(periodText(Number.NaN)).toBe('–');
  });
});

describe('turning a pair', () => {
  it('keeps its members conjugate', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const turned = polarAfterKey(key, true, pair);
      if (turned === null) throw new Error(`${key} does not turn`);
      const [[x, y], [u, v]] = membersOf(turned);
      expect(u).toBe(x);
      expect(v).toBe(-y);
      expect(Math.hypot(x, y)).toBeCloseTo(turned.radius, 14);
    }
  });

  it('changes the angle with left and right, the radius with up and down', () => {
    expect(polarAfterKey('ArrowRight', false, pair)?.angle).toBeCloseTo(pair.angle * 1.01, 14);
    expect(polarAfterKey('ArrowRight', false, pair)?.radius).toBe(pair.radius);
    expect(polarAfterKey('ArrowLeft', true, pair)?.angle).toBeCloseTo(pair.angle / 1.01 ** 5, 14);
    expect(polarAfterKey('ArrowUp', false, pair)).toEqual({ ...pair, radius: 0.992 });
    expect(polarAfterKey('ArrowDown', true, pair)?.radius).toBeCloseTo(0.98, 14);
    expect(polarAfterKey('x', false, pair)).toBeNull();
  });

  it('is where the hand is', () => {
    const [[x, y]] = membersOf(pair);
    expect(polarAt(x, y).angle).toBeCloseTo(pair.angle, 14);
    expect(polarAt(x, y).radius).toBeCloseTo(pair.radius, 14);
  });

  it('does not make a pair real, or let it grow without bounds', () => {
    expect(polarAt(1, 0).angle).toBeGreaterThan(0);
    expect(polarAt(-1, 0).angle).toBeLessThan(Math.PI);
    expect(polarAt(0.5, -0.5)).toEqual(polarAt(Math.hypot(0.5, 0.5), 0));
    expect(polarAt(30, 30).radius).toBe(1.15);
    // One that other edits have pushed out is not pulled in by a touch.
    expect(polarAt(30, 30, 1.4).radius).toBe(1.4);
    expect(polarAfterKey('ArrowRight', false, { ...pair, radius: 1.4 })?.radius).toBe(1.4);
  });

  it('gives factors against what was learned', () => {
    const to = { angle: pair.angle * 1.5, radius: pair.radius * 0.9 };
    const turn = turnBetween(pair, to, NO_TURN);
    expect(turn.angleFactor).toBeCloseTo(1.5, 14);
    expect(turn.radiusFactor).toBeCloseTo(0.9, 14);
    const again = turnBetween(to, pair, turn);
    expect(again.angleFactor).toBeCloseTo(1, 14);
    expect(again.radiusFactor).toBeCloseTo(1, 14);
  });

  it('is told in words', () => {
    expect(describePair(pair)).toBe('period 26.7 steps, radius 0.990, decays');
    expect(describePair({ ...pair, radius: 1.2 })).toMatch(/grows$/);
  });
});

it('writes more periods around a larger circle, none upon another', () => {
  expect(dialPeriods(60)).toEqual([2, 3, 4, 6, 10, 20]);
  const large = dialPeriods(800);
  expect(large).toEqual(expect.arrayContaining([20, 25, 30, 50]));
  const places = large.map((period) => (800 * 2 * Math.PI) / period).sort((a, b) => a - b);
  for (const [index, place] of places.slice(1).entries())
    expect(place - places[index]).toBeGreaterThanOrEqual(30);
});
