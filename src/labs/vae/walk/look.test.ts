import { beforeEach, expect, it } from 'vitest';
import { lookStore, moveProbe, probeOf } from './look.ts';

beforeEach(() => lookStore.setState({ probe: [] }));

it('a probe has as many dimensions as the model, 0 where nobody has moved it', () => {
  expect(probeOf([1], 3)).toEqual([1, 0, 0]);
  expect(probeOf([1, 2, 3], 2)).toEqual([1, 2]);
});

it('moves in the plane shown and keeps its other coordinates', () => {
  moveProbe([0, 1], [1, 2]);
  moveProbe([3, 1], [7, 5]);
  expect(lookStore.getState().probe).toEqual([1, 5, 0, 7]);
});
