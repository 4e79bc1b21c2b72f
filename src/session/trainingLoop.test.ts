import { expect, it } from 'vitest';
import type { Running, StepResult } from './running.ts';
import { TrainingLoop } from './trainingLoop.ts';

const PIECE_MS = 4;

/** A run each step of which takes so many pieces. */
function runOf(pieces: number) {
  let left = pieces;
  const run = {
    engine: { step: 0 },
    breakdown: null,
    step(): StepResult {
      const end = performance.now() + PIECE_MS;
      while (performance.now() < end);
      left -= 1;
      if (left > 0) return 'under-way';
      left = pieces;
      run.engine.step += 1;
      return 'taken';
    },
  };
  return run;
}

it('lets the worker answer between the pieces of a step, and counts the step once', async () => {
  const run = runOf(5);
  const slices: number[] = [];
  const loop = new TrainingLoop({
    run: () => run as unknown as Running,
    sliceMs: () => PIECE_MS / 2,
    onSlice: (_, steps) => slices.push(steps),
    onRest: () => undefined,
  });
  loop.obey({ order: 1, speed: 'full', steps: 2 }, run as unknown as Running);
  await loop.finished(1);
  loop.close();
  expect(run.engine.step).toBe(2);
  expect(slices.slice(0, 9)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
});
