import { expect, it } from 'vitest';
import type { Status } from '../math/status.ts';
import { naturalGradientStep } from './naturalGradient.ts';

const positive = {
  validate(natural: Float64Array): Status {
    const value = Math.min(...natural);
    return value > 0 ? { ok: true } : { ok: false, what: 'a parameter', value };
  },
};

it('goes the whole step where that stays valid', () => {
  const natural = Float64Array.of(1, 2);
  const direction = Float64Array.of(3, -4);
  expect(naturalGradientStep(positive, natural, direction, 0.25, new Float64Array(2))).toBe(0.25);
  expect([...natural]).toEqual([1.75, 1]);
});

it('halves the step until it stays inside the cone', () => {
  const natural = Float64Array.of(1, 1);
  const direction = Float64Array.of(-3, 1);
  const taken = naturalGradientStep(positive, natural, direction, 1, new Float64Array(2));
  expect(taken).toBe(0.25);
  expect([...natural]).toEqual([0.25, 1.25]);
});

it('leaves eta alone where no step is valid', () => {
  const natural = Float64Array.of(1, 1);
  const direction = Float64Array.of(Number.NaN, 1);
  expect(naturalGradientStep(positive, natural, direction, 1, new Float64Array(2))).toBe(0);
  expect([...natural]).toEqual([1, 1]);
});
