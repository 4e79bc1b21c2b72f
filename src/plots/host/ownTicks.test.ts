import { describe, expect, it } from 'vitest';
import { ownTicks } from './ownTicks.ts';

const texts = (offset: number, scale: number) => {
  const { ticks, note } = ownTicks(-10, 10, { offset, scale }, 4);
  return [ticks.map(({ text }) => text), note];
};

describe('ticks', () => {
  it.each([
    [0, 1, ['−10', '−5', '0', '5', '10'], ''],
    [70, 1.5, ['60', '70', '80'], ''],
    [3e4, 2000, ['10,000', '20,000', '30,000', '40,000', '50,000'], ''],
    [3e6, 2e5, ['1', '2', '3', '4', '5'], 'in 10⁶'],
    [0, 1.6e-20, ['−100', '0', '100'], 'in 10⁻²¹'],
    [1.6e12, 5e4, ['0', '200', '400', '600', '800'], 'from 1,599,999,600,000, in 10³'],
  ])('around %d with a scale of %d', (offset, scale, expected, note) => {
    expect(texts(offset, scale)).toEqual([expected, note]);
  });

  it('lie where their value is in the units of the plot', () => {
    const { ticks, step } = ownTicks(-10, 10, { offset: 70, scale: 1.5 }, 4);
    expect(ticks[1].at).toBeCloseTo(0, 12);
    expect(step).toBeCloseTo(10 / 1.5, 12);
    expect(ticks.some(({ isZero }) => isZero)).toBe(false);
  });
});
