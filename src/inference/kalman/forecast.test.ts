import { describe, expect, it } from 'vitest';
import { goAhead, LONGEST_STATE } from './forecast.ts';

const D = 2;
const [ANGLE, RADIUS] = [0.3, 1.1];
const transition = Float64Array.of(
  RADIUS * Math.cos(ANGLE),
  -RADIUS * Math.sin(ANGLE),
  RADIUS * Math.sin(ANGLE),
  RADIUS * Math.cos(ANGLE),
);
const step = { transition, noiseFactor: Float64Array.of(0.5, 0, -0.2, 0.4) };
const from = 3;

function begun(steps: number): Float64Array {
  const states = new Float64Array(steps * D).fill(Number.NaN);
  states.set([9, 9, 9, 9, 1, 0]);
  return states;
}

describe('a system after its last evidence', () => {
  it('goes on by its transition: turned and stretched by r^k, however far', () => {
    const states = begun(100);
    expect(goAhead(D, step, states, null, from)).toBeNull();
    expect([...states.subarray(0, 6)]).toEqual([9, 9, 9, 9, 1, 0]);
    for (let t = from; t < 100; t++) {
      const k = t - from + 1;
      const size = RADIUS ** k;
      expect(states[t * D] / size).toBeCloseTo(Math.cos(k * ANGLE), 10);
      expect(states[t * D + 1] / size).toBeCloseTo(Math.sin(k * ANGLE), 10);
    }
  });

  it('is shaken by L times the noise of the step', () => {
    const [still, shaken] = [begun(4), begun(4)];
    goAhead(D, step, still, null, from);
    goAhead(D, step, shaken, Float64Array.of(7, 7, 7, 7, 7, 7, 1, 2), from);
    expect(shaken[6] - still[6]).toBeCloseTo(0.5, 12);
    expect(shaken[7] - still[7]).toBeCloseTo(-0.2 + 0.8, 12);
  });

  it('is held at the longest length where it runs away, says since when, and turns on', () => {
    const states = begun(400);
    const held = goAhead(D, step, states, null, from);
    expect(held).toBe(from - 1 + Math.ceil(Math.log(LONGEST_STATE) / Math.log(RADIUS)));
    for (const t of [held ?? 0, 399]) {
      const [x, y] = [states[t * D], states[t * D + 1]];
      expect(Math.hypot(x, y) / LONGEST_STATE).toBeCloseTo(1, 12);
      const angle = Math.atan2(y, x) - (t - from + 1) * ANGLE;
      expect(Math.cos(angle)).toBeCloseTo(1, 9);
    }
  });

  it('goes on from several states at once as from each, and says what was held first', () => {
    const count = 6;
    const size = begun(200).length;
    const states = new Float64Array(count * size);
    for (let s = 0; s < count; s++) {
      states.set(begun(200), s * size);
      states[s * size + 4] = 1 + s;
    }
    const noise = Float64Array.from({ length: states.length }, (_, at) => Math.cos(at));
    const alone = states.slice();
    const held = goAhead(D, step, states, noise, from, count);
    const first = Array.from({ length: count }, (_, s) => {
      const of = (values: Float64Array) => values.subarray(s * size, (s + 1) * size);
      return goAhead(D, step, of(alone), of(noise), from) ?? Number.NaN;
    });
    expect(states).toEqual(alone);
    expect(held).toBe(Math.min(...first));
  });
});
