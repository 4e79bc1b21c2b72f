import { expect, it } from 'vitest';
import { parseFormula } from './formula.ts';

const PLACES = [-2.3, -0.7, 0.4, 1.9];

it.each<[string, (x: number) => number]>([
  ['x^2 - 3 sin(x)', (x) => x ** 2 - 3 * Math.sin(x)],
  ['-x²', (x) => -(x ** 2)],
  ['2x + 3(x - 1)', (x) => 2 * x + 3 * (x - 1)],
  ['2^-x', (x) => 2 ** -x],
  ['x - 1 - 2', (x) => x - 3],
  ['8 / 2 / 4 x', (x) => x],
  ['2^3^2 x', (x) => 512 * x],
  ['exp(-x^2 / 2) * cos(pi x)', (x) => Math.exp(-(x ** 2) / 2) * Math.cos(Math.PI * x)],
  ['abs(x) · tanh(1.5e-1 x)', (x) => Math.abs(x) * Math.tanh(0.15 * x)],
  ['sigmoid(3x) ** 2', (x) => (1 / (1 + Math.exp(-3 * x))) ** 2],
  ['sqrt(1 + x^2) + log(4 + x)', (x) => Math.sqrt(1 + x * x) + Math.log(4 + x)],
  ['(1 + x^2)^(x/2)', (x) => (1 + x * x) ** (x / 2)],
  ['relu(x) − .5', (x) => Math.max(0, x) - 0.5],
])('reads %s and derives it', (text, expected) => {
  const { value, slope, jumps } = parseFormula(text);
  expect(jumps).toBe(false);
  for (const x of PLACES) {
    expect(value(x)).toBeCloseTo(expected(x), 12);
    expect(slope(x)).toBeCloseTo((expected(x + 1e-6) - expected(x - 1e-6)) / 2e-6, 5);
  }
});

it('knows what jumps', () => {
  const { value, slope, jumps } = parseFormula('x + step(x - 1)');
  expect([value(0.5), value(1.5), slope(0.5), slope(1.5)]).toEqual([0.5, 2.5, 1, 1]);
  expect(jumps).toBe(true);
});

it.each([
  ['', 'There is no formula yet.'],
  ['sin(x', 'A bracket is not closed.'],
  ['sin x', 'bracket, as in sin(x)'],
  ['x +', 'Something is missing at the end.'],
  ['x + y', '"y" is not known'],
  ['constructor(x)', '"constructor" is not known'],
  ['x ) 2', '")" is not expected after "x"'],
  ['2 * / x', '"/" is not expected there'],
  ['x'.repeat(121), '121 characters'],
])('says what is wrong with "%s"', (text, message) => {
  expect(() => parseFormula(text)).toThrow(message);
});
