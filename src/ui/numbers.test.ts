import { describe, expect, it } from 'vitest';
import {
  decimalsOfStep,
  formatDigits,
  formatFixed,
  formatInRange,
  formatMeasured,
  formatWithError,
  largeStep,
  logSliderPositions,
  type NumberRange,
  parseInRange,
  positionOnLogSlider,
  valueAfterLogStep,
  valueOnLogSlider,
} from './numbers.ts';

const spread: NumberRange = { min: 0, max: 1, step: 0.05, scale: 'linear' };
const clusters: NumberRange = { min: 1, max: 40, step: 1, scale: 'linear', integer: true };
const rate: NumberRange = { min: 1e-5, max: 0.1, step: 1e-5, scale: 'log' };
const points: NumberRange = { min: 1, max: 5000, step: 1, scale: 'log', integer: true };

describe('writing numbers', () => {
  it.each([
    [1, 0],
    [5, 0],
    [0.1, 1],
    [0.25, 2],
    [0.0001, 4],
    [1e-5, 5],
  ])('a step of %s needs %s decimals', (step, decimals) => {
    expect(decimalsOfStep(step)).toBe(decimals);
  });

  it('keeps the number of decimals and sets a true minus', () => {
    expect(formatFixed(-1234.5, 2)).toBe('−1,234.50');
    expect(formatFixed(-0.001, 2)).toBe('0.00');
    expect(formatFixed(Number.NaN, 2)).toBe('–');
    expect(formatFixed(null, 2)).toBe('–');
    expect(formatFixed(Number.NEGATIVE_INFINITY, 0)).toBe('−∞');
  });

  it('writes a value of a logarithmic range with two to four digits', () => {
    expect(formatInRange(0.01, rate)).toBe('0.010');
    expect(formatInRange(0.0123, rate)).toBe('0.0123');
    expect(formatInRange(0.00012, rate)).toBe('1.2e−4');
    expect(formatInRange(1234, points)).toBe('1234');
  });
});

it('measures of any size have fixed decimals, or powers of ten', () => {
  expect(formatMeasured(12.345, 2)).toBe('12.35');
  expect(formatMeasured(0, 2)).toBe('0.00');
  expect(formatMeasured(0.0123, 4)).toBe('0.0123');
  expect(formatMeasured(117_393.6485, 4)).toBe('117,394');
  expect(formatMeasured(-0.000012, 4)).toBe('−1.20e−5');
  expect(formatMeasured(1.21e11, 2)).toBe('1.21e11');
  expect(formatMeasured(null, 2)).toBe('–');
});

it('figures have three digits, means those that their errors allow', () => {
  expect([12.345, 0.0012345, 1.21e-7, 0, -99.96].map(formatDigits)).toEqual([
    ...['12.3', '0.00123', '1.21e−7', '0', '−100'],
  ]);
  expect(formatWithError(3.9123, 0.0871)).toBe('3.91 ± 0.09');
  expect(formatWithError(0.11812, 0.0058)).toBe('0.118 ± 0.006');
  expect(formatWithError(3e-7, 2.9e-7)).toBe('3.00e−7 ± 2.90e−7');
  expect(formatWithError(2, 0)).toBe('2.00 ± 0');
});

describe('reading numbers', () => {
  it('accepts what people type', () => {
    expect(parseInRange(' 0.3 ', spread)).toEqual({ ok: true, value: 0.3 });
    expect(parseInRange('0,3', spread)).toEqual({ ok: true, value: 0.3 });
    expect(parseInRange('1e-3', rate)).toEqual({ ok: true, value: 0.001 });
    expect(parseInRange('1.2e−4', rate)).toEqual({ ok: true, value: 0.00012 });
    expect(parseInRange('.5', spread)).toEqual({ ok: true, value: 0.5 });
  });

  it('keeps what it shows: decimals finer than the step are rounded', () => {
    expect(parseInRange('0.3333', spread)).toEqual({ ok: true, value: 0.33 });
  });

  it.each([
    ['forty', clusters, /“forty” is not a number.*between 1 and 40/],
    ['41', clusters, /41 is too large.*between 1 and 40/],
    ['-2', clusters, /-2 is too small.*between 1 and 40/],
    ['3.5', clusters, /3\.5 is not a whole number/],
    ['', clusters, /between 1 and 40/],
    ['1,000.5', clusters, /not a number/],
    ['0x10', clusters, /not a number/],
    ['1e999', clusters, /not a number/],
  ])('refuses %j and says why', (text, range, message) => {
    const parsed = parseInRange(text, range);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.message).toMatch(message);
  });

  it('reads back everything it writes', () => {
    for (const range of [spread, clusters, rate, points]) {
      for (const value of [range.min, range.max]) {
        expect(parseInRange(formatInRange(value, range), range)).toEqual({ ok: true, value });
      }
    }
  });
});

describe('a logarithmic slider', () => {
  it('puts the ends at the ends and a decade at the middle of two', () => {
    const { last } = logSliderPositions(rate);
    expect(positionOnLogSlider(rate.min, rate)).toBe(0);
    expect(positionOnLogSlider(rate.max, rate)).toBeCloseTo(last, 9);
    expect(positionOnLogSlider(1e-3, rate)).toBeCloseTo(last / 2, 9);
    expect(valueOnLogSlider(last / 2, rate)).toBe(0.001);
    expect(valueOnLogSlider(-3, rate)).toBe(rate.min);
    expect(valueOnLogSlider(last + 3, rate)).toBe(rate.max);
  });

  it.each([
    ['a learning rate', rate],
    ['a number of points', points],
    ['less than a decade', { ...rate, min: 0.1, max: 0.9 }],
  ])('reaches the other end by key presses, every one of which moves: %s', (_name, range) => {
    for (const direction of [1, -1]) {
      const [from, to] = direction > 0 ? [range.min, range.max] : [range.max, range.min];
      let value = from;
      let presses = 0;
      while (value !== to && presses < 500) {
        // The slider goes to the whole position next to where one step leads.
        const position = Math.round(positionOnLogSlider(value, range) + direction);
        const next = valueAfterLogStep(position, value, range);
        expect(Math.sign(next - value)).toBe(direction);
        value = next;
        presses++;
      }
      expect(value).toBe(to);
    }
  });

  it('takes a tenth of the range as the large step, at least two steps', () => {
    expect(largeStep({ ...spread, step: 0.01 })).toBeCloseTo(0.1, 9);
    expect(largeStep(clusters)).toBe(4);
    expect(largeStep({ ...clusters, max: 5 })).toBe(2);
  });
});

describe('a logarithmic slider that begins at zero', () => {
  const weight: NumberRange = { min: 0, max: 100, step: 0.01, scale: 'log' };
  const { last } = logSliderPositions(weight);

  it('has zero first, then the step, and the largest value last', () => {
    expect([0, 1, last].map((position) => valueOnLogSlider(position, weight))).toEqual([
      0, 0.01, 100,
    ]);
    expect([0, 0.01, 100].map((value) => positionOnLogSlider(value, weight))).toEqual([0, 1, last]);
    expect(valueOnLogSlider(positionOnLogSlider(1, weight), weight)).toBe(1);
  });

  it('steps onto zero and off it by key', () => {
    expect(valueAfterLogStep(0, 0.01, weight)).toBe(0);
    expect(valueAfterLogStep(1, 0, weight)).toBe(0.01);
  });
});
