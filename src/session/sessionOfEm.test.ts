/** What a session does with models that have no networks and come to rest. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emTable } from '../labs/em/settings.ts';
import type { EmSnapshot } from '../labs/em/snapshot.ts';
import { expertsTable } from '../labs/mixtureOfExperts/settings.ts';
import { defaultValues } from '../settings/values.ts';
import type { Frame } from './protocol.ts';
import { DrivenSession } from './sessionDriver.fixture.ts';

let session: DrivenSession;
beforeEach(() => {
  session = new DrivenSession();
});
afterEach(() => session.close());

async function open(lab: 'em' | 'mixture-of-experts', change: object = {}): Promise<void> {
  const defaults = lab === 'em' ? defaultValues(emTable('em')) : defaultValues(expertsTable);
  const settings = { ...defaults, ...change };
  const rest = { ownData: null, checkpoint: null, edits: [], view: {}, training: null };
  await session.open({ run: 1, lab, settings, seed: 0, backend: 'cpu', ...rest });
}

/** The frame in which nobody trains any more. */
async function resting(): Promise<Frame> {
  let frame = await session.nextFrame();
  while (frame.playing) frame = await session.nextFrame();
  return frame;
}

it.each(['em', 'mixture-of-experts'] as const)('%s rests when it has converged', async (lab) => {
  await open(lab);
  await session.play('full');
  const frame = await resting();
  expect((frame.snapshot as EmSnapshot).converged).toBe(true);
  // There is nothing to play then, but steps that are counted are taken.
  await session.play('full');
  expect((await resting()).step).toBe(frame.step);
  await session.train(2);
  expect((await session.currentFrame()).step).toBe(frame.step + 2);
});

it('carries out no order a second time when something else is asked for with it', async () => {
  await open('em');
  await session.play('full');
  const { step } = await resting();
  await session.setEdits([{ kind: 'moveMean', cluster: 0, mean: [12, 12] }]);
  expect(await resting()).toMatchObject({ step, playing: false });
  await session.train(3);
  await session.setEdits([]);
  expect(await session.currentFrame()).toMatchObject({ step: step + 3, playing: false });
});

it('goes on from means that were moved after it had come to rest', async () => {
  await open('em');
  await session.play('full');
  const { step } = await resting();
  await session.setEdits([{ kind: 'moveMean', cluster: 0, mean: [12, 12] }]);
  await session.bakeEdits([]);
  await session.play('full');
  const frame = await resting();
  expect(frame.step).toBeGreaterThan(step + 1);
  expect((frame.snapshot as EmSnapshot).converged).toBe(true);
});

it.each([
  ['em', { algorithm: 'k-means' }, 0],
  ['em', { algorithm: 'soft-k-means' }, 1],
  ['em', { algorithm: 'gmm' }, 2],
  ['em', { algorithm: 'bayesian-gmm' }, 3],
  ['mixture-of-experts', {}, 0],
  ['mixture-of-experts', {}, 1],
  // It has come to rest.
  ['em', {}, 100],
] as const)('a breakdown of %s %o after %i half-steps is answered', async (lab, change, steps) => {
  await open(lab, change);
  await session.train(steps);
  const before = await session.currentFrame();
  await session.nextFrame();
  session.provoke('nan');
  await session.play('full');
  const frame = await resting();
  expect(frame.breakdown?.message).toContain('came out as NaN');
  expect(frame.breakdown?.remedy).not.toBe('');
  expect(frame.playing).toBe(false);
  const after = await session.currentFrame();
  expect(after.snapshot).toEqual(before.snapshot);
  expect(JSON.stringify(after.snapshot)).not.toContain('NaN');
  await session.train(2);
  const next = await session.nextFrame();
  expect(next.breakdown).toBeNull();
  expect(next.objective?.total).toBeGreaterThan(Number.NEGATIVE_INFINITY);
});
