import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../../networks/backend.ts';
import { defaultValues } from '../../settings/values.ts';
import type { Checkpoint, TrainingEvent } from '../engine.ts';
import { makeSvaeGmmDataset } from './data.ts';
import { createSvaeGmmEngine, type SvaeGmmEngine } from './engine.ts';
import { type SvaeGmmSettings, svaeGmmTable } from './settings.ts';

const defaults: SvaeGmmSettings = {
  ...defaultValues(svaeGmmTable),
  arms: 3,
  pointsPerArm: 40,
  clusters: 8,
  batch: 60,
  // Narrow enough for some merges to need a trial.
  priorScale: 20,
};
/** In its first 500 steps this seed sees merges made at once, one kept and one refused on trial. */
const SEED = 2;
const engines: SvaeGmmEngine[] = [];

function engine(seed: number, change: Partial<SvaeGmmSettings> = {}): SvaeGmmEngine {
  const settings = { ...defaults, ...change };
  const made = createSvaeGmmEngine({
    settings,
    dataset: makeSvaeGmmDataset(settings, seed, null),
    seed,
  });
  engines.push(made);
  return made;
}

function train(trained: SvaeGmmEngine, steps: number): TrainingEvent[] {
  const events: TrainingEvent[] = [];
  for (let step = 0; step < steps; step++) {
    const outcome = trained.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    const { reconstruction, localKl, globalKl, total } = outcome.elbo;
    expect(localKl).toBeGreaterThanOrEqual(0);
    expect(globalKl).toBeGreaterThanOrEqual(0);
    expect(total).toBeCloseTo(reconstruction - localKl - globalKl, 9);
    events.push(...outcome.events);
  }
  return events;
}

const used = (trained: SvaeGmmEngine) =>
  trained.snapshot().snapshot.clusters.filter(({ count }) => count >= 1).length;

beforeAll(async () => {
  await activateBackend('wasm');
});

afterEach(() => {
  for (const made of engines.splice(0)) made.dispose();
});

describe('structural moves', () => {
  it('merge clusters nobody needs, and tell what they did', () => {
    const moving = engine(SEED);
    const plain = engine(SEED, { structuralMoves: false });
    const events = train(moving, 500);
    expect(train(plain, 500)).toEqual([]);
    const accepted = events.filter((event) => event.accepted);
    expect(accepted.length).toBeGreaterThan(0);
    for (const { kind, label, gain, accepted: kept } of events) {
      expect(['merge', 'split']).toContain(kind);
      expect(label).toMatch(/cluster [1-8].* nats per datum/);
      expect(gain > 0).toBe(kept);
    }
    expect(used(moving)).toBeLessThan(used(plain));
  });

  it('are kept only where the bound rises', () => {
    const moving = engine(SEED);
    let before = moving.evaluate().total;
    const kept: number[] = [];
    for (let step = 0; step < 500; step++) {
      const [event] = train(moving, 1);
      const after = moving.evaluate().total;
      if (event?.accepted) {
        // One training step lies between the move and this look at it.
        expect(after - before).toBeGreaterThan(event.gain - 0.03);
        kept.push(after - before);
      }
      before = after;
    }
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.reduce((sum, gain) => sum + gain, 0) / kept.length).toBeGreaterThan(0);
  });

  it('leave the model as it would have been without a change refused on trial', () => {
    const moving = engine(SEED);
    let refused = false;
    while (!refused && moving.step < 600) {
      const before = moving.evaluate();
      const [event] = train(moving, 1);
      if (!event || event.accepted) continue;
      refused = true;
      // What is shown has been the unchanged branch, and goes on from there.
      expect(moving.evaluate().total).toBeCloseTo(before.total, 1);
      expect(event.label).toMatch(/undone/);
    }
    expect(refused).toBe(true);
  });

  it('count every step taken, of either branch', () => {
    const moving = engine(SEED);
    for (let step = 1; step <= 400; step++) {
      train(moving, 1);
      expect(moving.step).toBe(step);
    }
  });

  it('show the clusters as decided while a change is on trial', () => {
    const moving = engine(SEED);
    untilChangedBranch(moving);
    const first = moving.snapshot().snapshot;
    train(moving, 3);
    const second = moving.snapshot().snapshot;
    expect(second.clusters).toEqual(first.clusters);
  });
});

/** Trains until a change is on trial: until a checkpoint lies further back than one branch. */
function untilChangedBranch(moving: SvaeGmmEngine): void {
  for (let step = 0; step < 600; step++) {
    train(moving, 1);
    if (moving.step - moving.save().step > 80) return;
  }
  throw new Error('no change was tried');
}

describe('a run', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    const [one, same, other] = [engine(2), engine(2), engine(5)];
    const events = [one, same, other].map((trained) => train(trained, 350));
    expect(events[1]).toEqual(events[0]);
    expect(same.save()).toEqual(one.save());
    expect(other.save().parameters).not.toEqual(one.save().parameters);
  });

  it('goes on bit for bit from a checkpoint, in the middle of a trial too', () => {
    const whole = engine(SEED);
    untilChangedBranch(whole);
    const checkpoint: Checkpoint = structuredClone(whole.save());
    expect(checkpoint.step).toBeLessThan(whole.step);
    const resumed = engine(SEED);
    resumed.load(checkpoint);
    const target = whole.step + 250;
    train(whole, target - whole.step);
    train(resumed, target - resumed.step);
    expect(resumed.step).toBe(whole.step);
    expect(resumed.save()).toEqual(whole.save());
    expect(resumed.evaluate()).toEqual(whole.evaluate());
  });

  it('is not changed by being looked at', () => {
    const [watched, left] = [engine(2), engine(2)];
    for (let step = 0; step < 200; step++) {
      train(watched, 1);
      watched.evaluate();
      watched.snapshot();
    }
    train(left, 200);
    expect(watched.save()).toEqual(left.save());
  });

  it('gives trials up when moves are switched off or edits baked in', () => {
    const switched = engine(SEED);
    untilChangedBranch(switched);
    switched.updateSettings({ ...defaults, structuralMoves: false });
    expect(switched.save().step).toBe(switched.step);
    expect(train(switched, 200)).toEqual([]);

    const baked = engine(SEED);
    untilChangedBranch(baked);
    baked.setEdits([{ kind: 'moveCluster', cluster: 0, mean: [3, -4] }]);
    const shown = baked.snapshot().snapshot.clusters;
    baked.bakeEdits();
    expect(baked.snapshot().snapshot.clusters.map(({ mean }) => mean)).toEqual(
      shown.map(({ mean }) => mean),
    );
  });
});
