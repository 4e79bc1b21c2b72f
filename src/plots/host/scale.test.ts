import { expect, it } from 'vitest';
import { signedLogScale } from './scale.ts';

it('a scale of both signs has equal distances for equal ratios, away from zero, and goes there and back', () => {
  const { at, valueAt } = signedLogScale([-100, 100], [300, 100], 0.001);
  expect([at(-100), at(0), at(100)]).toEqual([300, 200, 100]);
  expect(at(1) - at(10)).toBeCloseTo(at(10) - at(100), 1);
  for (const value of [-20, -0.5, 0, 1e-4, 0.02, 7])
    expect(valueAt(at(value))).toBeCloseTo(value, 9);
});
