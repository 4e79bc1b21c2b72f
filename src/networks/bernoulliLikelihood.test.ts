import { expect, it } from 'vitest';
import {
  bernoulliLogLikelihood,
  bernoulliLogLikelihoodBackward,
  bernoulliOfRows,
  sigmoid,
  softplus,
} from './bernoulliLikelihood.ts';

const LOGITS = Float64Array.of(-800, -30, -0.3, 0, 1.2, 40, 900);

it('is finite and exact where probabilities round to 0 and 1', () => {
  expect(softplus(-800)).toBe(0);
  expect(softplus(-30) / Math.exp(-30)).toBeCloseTo(1, 12);
  expect(softplus(900)).toBe(900);
  expect([sigmoid(-800), sigmoid(900)]).toEqual([0, 1]);
  expect(bernoulliLogLikelihood(Float64Array.of(900), Float32Array.of(0))).toBe(-900);
});

it('sums to 1 over all binary pictures', () => {
  const logits = Float64Array.of(-1.5, 0.2, 3);
  let sum = 0;
  for (let code = 0; code < 8; code++) {
    const picture = Float32Array.of(code & 1, (code >> 1) & 1, code >> 2);
    sum += Math.exp(bernoulliLogLikelihood(logits, picture));
  }
  expect(sum).toBeCloseTo(1, 14);
});

it('has gradients that finite differences confirm, and none where a value is missing', () => {
  const logits = LOGITS.subarray(1, 6).slice();
  const targets = Float32Array.of(0, 1, 1, Number.NaN, 0);
  const gradient = new Float64Array(5);
  const value = bernoulliLogLikelihoodBackward(logits, targets, 1, gradient);
  expect(value).toBe(bernoulliLogLikelihood(logits, targets));
  expect(gradient[3]).toBe(0);
  for (let k = 0; k < 5; k++) {
    const at = (by: number) => {
      const shifted = logits.slice();
      shifted[k] += by;
      return bernoulliLogLikelihood(shifted, targets);
    };
    expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(gradient[k], 7);
  }
});

it('gives each row its own, also where several rows of logits stand for one picture', () => {
  const logits = Float64Array.of(0.5, -1, 2, 0.1, -0.4, 3, 1, 1);
  const targets = Float32Array.of(1, 0, 0, 1);
  const out = new Float64Array(4);
  bernoulliOfRows(logits, targets, 2, 2, out);
  const one = (row: number, picture: number) =>
    bernoulliLogLikelihood(
      logits.subarray(2 * row, 2 * row + 2),
      targets.subarray(2 * picture, 2 * picture + 2),
    );
  expect([...out]).toEqual([one(0, 0), one(1, 0), one(2, 1), one(3, 1)]);
  const ofRows = new Float64Array(2);
  bernoulliLogLikelihoodBackward(logits.subarray(0, 4), targets, 1, new Float64Array(4), ofRows);
  expect(ofRows[0]).toBeCloseTo(one(0, 0), 12);
});
