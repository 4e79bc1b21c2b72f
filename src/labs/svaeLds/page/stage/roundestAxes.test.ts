import { expect, it } from 'vitest';
import { roundestAxes } from './roundestAxes.ts';

it('finds the two that go round, however large others swing', () => {
  const latents = Array.from({ length: 60 }, (_, t) => [
    9 * Math.cos(t / 5),
    Math.cos(t / 5),
    0.5,
    2 * Math.sin(t / 5),
  ]).flat();
  expect(roundestAxes(latents, 4)).toEqual([0, 3]);
});

it('has an answer where nothing moves, and for one latent', () => {
  expect(roundestAxes([], 10)).toEqual([0, 1]);
  expect(roundestAxes([1, 2, 3], 1)).toEqual([0, 0]);
});
