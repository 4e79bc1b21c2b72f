import { expect, it } from 'vitest';
import { emptyBound, putTogether } from './bound.ts';

it('is put together per datum, globals over the whole data set', () => {
  const bound = emptyBound();
  expect(putTogether(bound, 10, 50, -30, 20, 25)).toEqual({ ok: true });
  expect(bound).toEqual({ total: -5.5, reconstruction: -3, localKl: 2, globalKl: 0.5 });
});

it.each([Number.NaN, Infinity, -Infinity])('is none where its total would be %s', (value) => {
  const bound = emptyBound();
  const status = putTogether(bound, 1, 1, value, 0, 0);
  expect(status).toEqual({ ok: false, what: 'ELBO', value });
  expect(bound.total).toBe(-Infinity);
});
