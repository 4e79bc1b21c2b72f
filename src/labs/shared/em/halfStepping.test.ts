import { beforeEach, expect, it, vi } from 'vitest';
import type { LabController } from '../../../store/controller.ts';
import { halfStepActions, nextHalfOf, takeHalfStep } from './halfStepping.ts';

/** A controller whose model takes E and M in turns. */
function controllerOf(run = { view: { slowMotion: false } }) {
  const taken: string[] = [];
  let nextHalf: 'e' | 'm' = 'e';
  const controller = {
    run: { getState: () => run },
    effective: () => ({ edits: [] }),
    pause: vi.fn(async () => undefined),
    currentFrame: async () => ({ snapshot: { nextHalf } }),
    changeSettings: async () => undefined,
    step: async () => {
      taken.push(nextHalf);
      nextHalf = nextHalf === 'e' ? 'm' : 'e';
    },
  };
  return { taken, controller: controller as unknown as LabController };
}

let lab: ReturnType<typeof controllerOf>;
beforeEach(() => {
  lab = controllerOf();
});

it('takes half-steps in turns however fast they are asked for', async () => {
  const { controller, taken } = lab;
  const presses = (['e', 'm', 'e'] as const).map((half) => takeHalfStep(controller, half));
  await Promise.all(presses);
  expect(taken).toEqual(['e', 'm', 'e']);
});

it('takes none that would change nothing', async () => {
  const { controller, taken } = lab;
  await takeHalfStep(controller, 'm');
  expect(taken).toEqual([]);
  expect(controller.pause).toHaveBeenCalled();
});

it('goes on from moved means with an E-step', () => {
  expect(nextHalfOf({ nextHalf: 'm' }, true)).toBe('e');
  expect(nextHalfOf({ nextHalf: 'm' }, false)).toBe('m');
  expect(nextHalfOf(null, false)).toBe('e');
});

it('has a key for each, but not while one iteration is shown slowly', async () => {
  const keysOf = (of: LabController) => halfStepActions(of).map(({ keys }) => keys[0]);
  expect(keysOf(lab.controller)).toEqual(['E', 'M']);
  const slow = controllerOf({ view: { slowMotion: true } });
  for (const { run } of halfStepActions(slow.controller)) run();
  expect(slow.controller.pause).not.toHaveBeenCalled();
});
