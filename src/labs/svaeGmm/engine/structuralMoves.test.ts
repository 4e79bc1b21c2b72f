import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import type { Checkpoint, TrainingEvent } from '../../engine.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import { type SvaeGmmSettings, svaeGmmTable } from '../settings.ts';
import { SvaeGmmEngine } from './engine.ts';

const svaeGmmDefaults: SvaeGmmSettings = defaultValues(svaeGmmTable);
const defaults: SvaeGmmSettings = {
  ...svaeGmmDefaults,
  arms: 3,
  pointsPerArm: 40,
  clusters: 8,
  batch: 60,
  // Narrow enough for some merges to need a trial.
  priorScale: 20,
  // By the bound alone: on its way to the number of shapes, the search makes most changes without a trial.
  searchByCount: false,
};
/** In its first 500 steps this seed sees merges made at once, one kept and one refused on trial. */
const SEED = 2;
const engines: SvaeGmmEngine[] = [];

function engine(seed: number, change: Partial<SvaeGmmSettings> = {}): SvaeGmmEngine {
  const settings = { ...defaults, ...change };
  const made = new SvaeGmmEngine({
    settings,
    dataset: makePlanarDataset(settings, seed, null),
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
    const { reconstruction, localKl, globalKl, total } = outcome.objective;
    expect(localKl).toBeGreaterThanOrEqual(0);
    expect(globalKl).toBeGreaterThanOrEqual(0);
    expect(total).toBeCloseTo(reconstruction - localKl - globalKl, 9);
    events.push(...outcome.events);
  }
  return events;
}

const used = (trained: SvaeGmmEngine) =>
  trained.snapshot().clusters.filter(({ count }) => count >= 1).length;

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
      expect(label).toMatch(/cluster [1-8].* nats per point/);
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

  it('raise the bound of all rows also where there are many, in an order of their own', () => {
    // Five arms row by row in turn, as in many a table.
    const settings = { ...svaeGmmDefaults, pointsPerArm: 500 };
    const sorted = makePlanarDataset(settings, 1, null);
    const values = new Float32Array(sorted.values.length);
    for (let n = 0; n < sorted.rows; n++) {
      const from = (n % 5) * 500 + Math.floor(n / 5);
      values.set(sorted.values.subarray(2 * from, 2 * from + 2), 2 * n);
    }
    const moving = new SvaeGmmEngine({
      settings,
      dataset: { ...sorted, values, labels: null },
      seed: 1,
    });
    engines.push(moving);
    let kept = 0;
    let before = moving.evaluate().total;
    while (kept < 3 && moving.step < 1200) {
      const [event] = train(moving, 1);
      // Looking at the bound of all rows is slow: only around a move.
      if (event?.accepted) {
        kept += 1;
        expect(moving.evaluate().total - before).toBeGreaterThan(event.gain - 0.05);
      }
      if (moving.step % 25 > 22 || event) before = moving.evaluate().total;
    }
    expect(kept).toBeGreaterThan(1);
  });

  it('leave the model exactly as it would have been without a change refused on trial', () => {
    const moving = engine(SEED);
    for (;;) {
      untilChangedBranch(moving);
      let before = moving.save();
      let event: TrainingEvent | undefined;
      while (!event) {
        before = moving.save();
        [event] = train(moving, 1);
      }
      if (event.accepted) continue;
      expect(event.label).toMatch(/undone/);
      const without = engine(SEED);
      without.load(before);
      // Gives the trial up and goes on with the unchanged branch.
      without.updateSettings({ ...defaults, structuralMoves: false });
      train(without, 1);
      const [{ tried: _one, ...state }, { tried: _other, ...expected }] = [
        moving.save().arrays,
        without.save().arrays,
      ];
      expect(state).toEqual(expected);
      expect(moving.evaluate()).toEqual(without.evaluate());
      return;
    }
  });

  it('may cost a little where they lead to as many clusters as shapes were counted', () => {
    const moving = engine(2, svaeGmmDefaults);
    const costly = train(moving, 160).filter(({ accepted, gain }) => accepted && gain < 0);
    expect(costly.length).toBeGreaterThan(0);
    for (const { label } of costly) {
      expect(label).toMatch(
        /lowered the ELBO by .* and leads towards the number of shapes counted: kept/,
      );
    }
    expect(used(moving)).toBeLessThan(7);
    expect(costly.at(-1)?.label).toMatch(/only a clear gain changes that\.$/);
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
    const first = moving.snapshot();
    train(moving, 3);
    const second = moving.snapshot();
    expect(second.clusters).toEqual(first.clusters);
  });
});

describe('joined neighbours', () => {
  const moons: Partial<SvaeGmmSettings> = {
    ...{ dataset: 'moons', pointsPerArm: 100, clusters: 15, batch: 100, priorScale: 120 },
  };
  const joins = (events: readonly TrainingEvent[]) =>
    events.filter(({ label }) => label.startsWith('Joining'));

  it('go first in their trial, then the pieces catch up, bit for bit from a checkpoint too', () => {
    const moving = engine(0, moons);
    const resumes = () => {
      const checkpoint: Checkpoint = structuredClone(moving.save());
      const resumed = engine(0, moons);
      resumed.load(checkpoint);
      expect(resumed.save()).toEqual(checkpoint);
      expect(resumed.evaluate()).toEqual(moving.evaluate());
      expect(train(resumed, 3)).toEqual(train(moving, 3));
      expect(resumed.save()).toEqual(moving.save());
    };
    let [begun] = joins(train(moving, 1));
    while (!begun && moving.step < 400) [begun] = joins(train(moving, 1));
    expect(begun).toMatchObject({ kind: 'merge', accepted: true });
    expect(begun.label).toMatch(/cluster \d+ with \d+.* on trial for 1000 steps\.$/);
    const joined = used(moving);
    resumes();
    train(moving, 1000);
    expect(moving.snapshot().onTrial).toMatch(/^Joining/);
    expect(used(moving)).toBe(joined);
    resumes();
    const [decision] = joins(train(moving, 1000));
    expect(decision.label).toMatch(/nats per point(: undone)?\.$/);
    expect(decision.gain > 0).toBe(decision.accepted);
  }, 300_000);

  it('are judged after a setting has changed in either half of their trial', () => {
    const moving = engine(0, moons);
    const settings = { ...defaults, ...moons };
    let [begun] = joins(train(moving, 1));
    while (!begun) [begun] = joins(train(moving, 1));
    const start = moving.step;
    train(moving, 300);
    moving.updateSettings({ ...settings, learningRate: 0.01 });
    // From here 1,000 steps joined, then the pieces as many as the joined have had: 1,300.
    train(moving, 1001);
    expect(moving.step).toBe(start + 1301);
    expect(moving.snapshot().onTrial).toMatch(/^Joining/);
    train(moving, 100);
    const shown = used(moving);
    moving.updateSettings(settings);
    expect(moving.snapshot().onTrial).toBeNull();
    expect(used(moving)).toBe(shown);
    const resumed = engine(0, moons);
    resumed.load(structuredClone(moving.save()));
    train(moving, 1001);
    expect(moving.snapshot().onTrial).toMatch(/^Joining/);
    const [decision] = joins(train(moving, 2301));
    expect(decision.label).toMatch(/nats per point(: undone)?\.$/);
    expect(joins(train(resumed, 1001 + 2301))).toEqual([decision]);
  }, 300_000);

  it('stay as they are, without a trial, where moves are switched off in the middle of it', () => {
    const moving = engine(0, moons);
    let [begun] = joins(train(moving, 1));
    while (!begun && moving.step < 400) [begun] = joins(train(moving, 1));
    expect(begun).toBeDefined();
    const joined = used(moving);
    const settings = { ...defaults, ...moons };
    moving.updateSettings({ ...settings, structuralMoves: false });
    expect(used(moving)).toBe(joined);
    // Otherwise the pieces would have to catch up with all steps until moves are switched on again.
    moving.updateSettings(settings);
    expect(Object.keys(moving.save().arrays).filter((name) => name.startsWith('trial'))).toEqual(
      [],
    );
  }, 300_000);

  it('become two moons from seeds that the share of contacts leads astray', () => {
    for (const seed of [5, 10]) {
      const moving = engine(seed, moons);
      train(moving, 1000);
      expect(moving.measure().adjustedRandIndex).toBeGreaterThan(0.95);
    }
  }, 300_000);

  it('are left to other moves where that is set', () => {
    const plain = engine(0, { ...moons, joinNeighbours: false });
    expect(joins(train(plain, 250))).toEqual([]);
  });
});

/** Trains until a checkpoint has to hold a trial. */
function untilTrial(moving: SvaeGmmEngine): void {
  for (let step = 0; step < 600; step++) {
    train(moving, 1);
    if ('until' in moving.save().arrays) return;
  }
  throw new Error('no change was tried');
}

/** Trains until a changed copy does: until the bound of what is shown stands still. */
function untilChangedBranch(moving: SvaeGmmEngine): void {
  let before = Number.NaN;
  for (let step = 0; step < 600; step++) {
    const outcome = moving.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    if (outcome.objective.total === before) return;
    before = outcome.objective.total;
  }
  throw new Error('no change was tried');
}

describe('edits', () => {
  const edits: SvaeGmmEdit[] = [
    { kind: 'moveCluster', cluster: 1, mean: [4, -7] },
    { kind: 'reshapeCluster', cluster: 0, covariance: [20, 5, 5, 30] },
    { kind: 'weighCluster', cluster: 2, weight: 0.4 },
  ];

  it.each(edits)('count in the bound as if they had been built in: $kind', (edit) => {
    const trained = engine(SEED);
    train(trained, 90);
    const plain = trained.evaluate();
    trained.setEdits([edit]);
    const laidOver = trained.evaluate();
    expect(Math.abs(laidOver.globalKl - plain.globalKl)).toBeGreaterThan(1e-6);
    trained.bakeEdits();
    const builtIn = trained.evaluate();
    expect(builtIn.globalKl).toBeCloseTo(laidOver.globalKl, 10);
    expect(builtIn.localKl).toBeCloseTo(laidOver.localKl, 3);
    expect(builtIn.total).toBeCloseTo(laidOver.total, 3);
  });
});

describe('a run', () => {
  it('goes on bit for bit from a checkpoint, in the middle of a trial too', () => {
    const whole = engine(SEED);
    // While nothing is tried, while the unchanged branch trains, while the changed one does.
    for (const way of [
      () => train(whole, 20),
      () => untilTrial(whole),
      () => untilChangedBranch(whole),
    ]) {
      way();
      const checkpoint: Checkpoint = structuredClone(whole.save());
      expect(checkpoint.step).toBe(whole.step);
      const resumed = engine(SEED);
      resumed.load(checkpoint);
      expect(resumed.save()).toEqual(checkpoint);
      expect(resumed.evaluate()).toEqual(whole.evaluate());
      expect(resumed.snapshot({ afresh: true })).toEqual(whole.snapshot({ afresh: true }));
      const events = train(whole, 250);
      expect(train(resumed, 250)).toEqual(events);
      expect(resumed.save()).toEqual(whole.save());
    }
  });

  it('gives trials up when moves are switched off or edits baked in', () => {
    const switched = engine(SEED);
    untilChangedBranch(switched);
    const shown = switched.snapshot().clusters;
    switched.updateSettings({ ...defaults, structuralMoves: false });
    expect(switched.snapshot().clusters).toEqual(shown);
    expect(train(switched, 200)).toEqual([]);

    const faster = engine(SEED);
    untilChangedBranch(faster);
    faster.updateSettings({ ...defaults, learningRate: 0.001 });
    expect(faster.snapshot().clusters).toEqual(shown);

    const baked = engine(SEED);
    untilChangedBranch(baked);
    baked.setEdits([{ kind: 'moveCluster', cluster: 0, mean: [3, -4] }]);
    const edited = baked.snapshot().clusters;
    baked.bakeEdits();
    expect(baked.snapshot().clusters.map(({ mean }) => mean)).toEqual(
      edited.map(({ mean }) => mean),
    );
  });
});
