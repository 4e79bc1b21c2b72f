import { expect, it } from 'vitest';
import { randomLdsProblem } from './denseWindow.fixture.ts';
import { drawWindow } from './drawWindow.ts';
import { kalmanFilter, kalmanSampler, loadChain } from './forward.ts';
import { createLdsWorkspace } from './workspace.ts';

/** Rows of a draw: it goes on after its window. */
const ROWS = 9;

it.each([
  [1, 5, 1],
  [3, 1, 4],
  [4, 6, 7],
])('draws of %i latents over %i steps, %i at once, are those of the sampler', (d, steps, count) => {
  const problem = randomLdsProblem(d, 1, steps, 5);
  const ws = createLdsWorkspace(problem.family.layout, steps);
  loadChain(ws, problem.expected);
  kalmanFilter(ws, problem);
  const noise = Float64Array.from({ length: count * ROWS * d }, (_, at) => Math.sin(3 * at));
  const draws = new Float64Array(noise.length).fill(7);
  const expected = draws.slice();
  drawWindow(ws, d, steps, count, noise, draws);
  for (let s = 0; s < count; s++) {
    const of = (values: Float64Array) => values.subarray(s * ROWS * d, (s + 1) * ROWS * d);
    kalmanSampler(ws, problem, of(noise), of(expected));
  }
  expect(draws).toEqual(expected);
});
