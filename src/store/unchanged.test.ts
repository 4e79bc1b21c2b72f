import { expect, it } from 'vitest';
import { withUnchanged } from './unchanged.ts';

const snapshot = () => ({
  kind: 'some',
  error: Number.NaN,
  data: Float32Array.of(1, Number.NaN, 3),
  states: [
    { id: 0, matrix: [1, 0] },
    { id: 1, matrix: [0, 1] },
  ],
  truth: null as readonly number[] | null,
});

it('keeps the parts that are as they were, and no others', () => {
  const last = snapshot();
  const next = { ...snapshot(), data: Float32Array.of(1, Number.NaN, 4) };
  next.states[1].matrix = [0, 2];
  const expected = structuredClone(next);
  const shown = withUnchanged(next, last);
  expect(shown).toBe(next);
  expect(shown).toEqual(expected);
  expect(shown.states).not.toBe(last.states);
  expect(shown.states[0]).toBe(last.states[0]);
  expect(shown.states[1]).not.toBe(last.states[1]);
  expect(last.states[1].matrix).toEqual([0, 1]);
});

it('keeps all of what is equal, but for the top', () => {
  const last = snapshot();
  const shown = withUnchanged(snapshot(), last);
  expect(shown).not.toBe(last);
  expect(shown.data).toBe(last.data);
  expect(shown.states).toBe(last.states);
});

it('takes what has become longer, shorter, another kind of array, something or nothing', () => {
  const last: object = { a: [1, 2], b: Float32Array.of(1), c: null, d: { e: 1, f: 2 }, g: [1] };
  const next: object = { a: [1], b: Float64Array.of(1), c: [1], d: { e: 1 }, g: null };
  expect(withUnchanged(structuredClone(next), last)).toEqual(next);
  expect(withUnchanged(structuredClone(last), next)).toEqual(last);
  expect(withUnchanged(structuredClone(next), null)).toEqual(next);
});
