import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { motionLeft } from '../motionLeft.ts';
import { plainSvaeLdsSnapshot } from '../plain.ts';
import { type SvaeLdsSettings, svaeLdsTable } from '../settings.ts';
import { makeSvaeLdsDataset } from './data.ts';
import { SvaeLdsEngine } from './engine.ts';

const small: SvaeLdsSettings = {
  ...defaultValues(svaeLdsTable),
  sequenceSteps: 1500,
  latentDimension: 4,
  hiddenUnits: 20,
  windows: 6,
  windowSteps: 40,
  learningRate: 0.01,
};
const engines: SvaeLdsEngine[] = [];

function engine(change: Partial<SvaeLdsSettings> = {}, seed = 1): SvaeLdsEngine {
  const settings = { ...small, ...change };
  const dataset = makeSvaeLdsDataset(settings, seed, null);
  const made = new SvaeLdsEngine({ settings, dataset, seed });
  engines.push(made);
  return made;
}

function train(trained: SvaeLdsEngine, steps: number): void {
  for (let step = 0; step < steps; step++) {
    const outcome = trained.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    const { total, reconstruction, localKl, globalKl } = outcome.objective;
    expect(localKl).toBeGreaterThan(0);
    expect(globalKl).toBeGreaterThan(-1e-12);
    expect(total).toBeCloseTo(reconstruction - localKl - globalKl, 9);
  }
}

const snapshotOf = (seen: SvaeLdsEngine) => seen.snapshot();

beforeAll(async () => {
  await activateBackend('wasm');
});

afterEach(() => {
  for (const made of engines.splice(0)) made.dispose();
});

describe('a run', () => {
  it('raises the bound of the whole sequence', () => {
    const trained = engine();
    const before = trained.evaluate().total;
    train(trained, 60);
    expect(trained.evaluate().total).toBeGreaterThan(before + 2);
  });

  it('goes on bit for bit, training the globals alone', () => {
    const trains = 'globals';
    const whole = engine();
    train(whole, 5);
    const resumed = engine({ trains });
    resumed.load(structuredClone(whole.save()));
    const straight = engine({ trains });
    straight.load(structuredClone(whole.save()));
    train(straight, 3);
    const again = engine({ trains });
    again.load(structuredClone(straight.save()));
    train(again, 2);
    train(resumed, 5);
    expect(resumed.step).toBe(10);
    expect(again.save().arrays.natural).toEqual(resumed.save().arrays.natural);
    expect(again.save().arrays.parameters).toEqual(resumed.save().arrays.parameters);
  });

  it('trains the dynamics alone while the networks rest', () => {
    const trained = engine();
    train(trained, 20);
    trained.updateSettings({ ...small, trains: 'globals' });
    const before = trained.save();
    train(trained, 5);
    const after = trained.save();
    expect(after.arrays.parameters).toEqual(before.arrays.parameters);
    expect(after.arrays.natural).not.toEqual(before.arrays.natural);
    trained.updateSettings(small);
    train(trained, 1);
    expect(trained.save().arrays.parameters).not.toEqual(before.arrays.parameters);
  });

  it('feeds and trains something else from the step the settings say, as if changed by hand', () => {
    const changed = { feedSpeed: 1.5, trains: 'globals', changesAt: 4 } as const;
    const planned = engine(changed);
    const plain = engine();
    train(planned, 3);
    train(plain, 3);
    expect(planned.save()).toEqual(plain.save());
    expect(snapshotOf(planned)).toEqual(snapshotOf(plain));
    train(planned, 1);
    train(plain, 1);
    plain.updateSettings({ ...small, ...changed });
    expect(planned.save()).toEqual(plain.save());
    expect(snapshotOf(planned)).toEqual(snapshotOf(plain));
    expect(snapshotOf(planned).truePeriod).toBeCloseTo(17.778, 3);
    const resumed = engine(changed);
    resumed.load(structuredClone(planned.save()));
    const [bound, same] = [planned.train(), resumed.train()];
    train(plain, 1);
    expect(bound).toEqual(same);
    // The networks have not seen such data: what they reconstruct is of these, not of the last.
    const reconstruction = bound.ok ? bound.objective.reconstruction : Number.NaN;
    const { total, localKl, globalKl } = planned.evaluate();
    expect(Math.abs(reconstruction - (total + localKl + globalKl))).toBeLessThan(0.5);
    for (const trained of [planned, plain, resumed]) train(trained, 2);
    expect(planned.save().arrays.parameters).toEqual(resumed.save().arrays.parameters);
    expect(planned.save().arrays.natural).toEqual(plain.save().arrays.natural);
    expect(planned.save().arrays.natural).toEqual(resumed.save().arrays.natural);
  });

  it.each([1, 30])('works with %i latents', (latentDimension) => {
    const trained = engine({ latentDimension, windows: 2, windowSteps: 10 });
    train(trained, 3);
    expect(snapshotOf(trained).transition).toHaveLength(latentDimension ** 2);
  });

  it('stops in words when numbers break down, with a remedy', () => {
    const broken = engine();
    broken.breakDown();
    const outcome = broken.train();
    expect(outcome).toMatchObject({
      ok: false,
      breakdown: {
        step: 1,
        message: expect.stringMatching(/stopped at step 1:.*NaN/),
        suggestedSettings: { learningRate: expect.any(Number) },
      },
    });
    const wild = engine({ learningRate: 0.5 });
    wild.breakDown();
    expect(wild.train()).toMatchObject({
      breakdown: {
        suggestedSettings: { learningRate: svaeLdsTable.settings.learningRate.default },
      },
    });
  });
});

describe('what is shown', () => {
  it('has everything the page draws, in arrays of its own', () => {
    const shown = engine();
    train(shown, 5);
    const snapshot = shown.snapshot();
    const { steps, data, prediction, latents, transition, eigenvalues, inputEnds } = snapshot;
    expect([steps, inputEnds]).toEqual([200, 100]);
    expect([data.length, prediction.length, latents.length]).toEqual([2400, 2400, 800]);
    expect(transition).toHaveLength(16);
    expect(eigenvalues).toHaveLength(4);
    expect(snapshot.truePeriod).toBeCloseTo(26.667, 3);
    expect(snapshot.sample).toBeNull();
    shown.updateSettings({ ...small, samples: 10 });
    shown.setView({ sample: 3, spread: 1, steps: 120 });
    const more = snapshotOf(shown);
    expect([more.steps, more.sampleCount]).toEqual([120, 10]);
    expect(more.sample).toHaveLength(1440);
    expect(more.sampleLatents).toHaveLength(480);
    expect(more.sampleLatents).not.toEqual(more.latents);
    expect(more.spread?.every((value) => value >= 0)).toBe(true);
  });

  it('shows the latents of the sample it shows, edited like those', () => {
    const shown = engine();
    train(shown, 5);
    const ofSample = (sample: number) => {
      shown.setView({ sample });
      return snapshotOf(shown);
    };
    const [first, second] = [ofSample(1), ofSample(2)];
    expect(second.sample).not.toEqual(first.sample);
    expect(second.sampleLatents).not.toEqual(first.sampleLatents);
    // Both scatter around the means that stand for all.
    expect(second.latents).toEqual(first.latents);
    shown.setEdits([{ kind: 'scaleLatent', latent: 1, factor: 0 }]);
    const edited = snapshotOf(shown).sampleLatents ?? new Float32Array();
    expect(edited).toHaveLength(800);
    edited.forEach((value, at) => {
      if (at % 4 === 1) expect(Math.abs(value)).toBe(0);
      else expect(value).toBe(second.sampleLatents?.[at]);
    });
  });

  it('goes to scripts as plain rows', () => {
    const shown = engine();
    const plain = plainSvaeLdsSnapshot(snapshotOf(shown), makeSvaeLdsDataset(small, 1, null));
    expect(structuredClone(plain)).toEqual(plain);
    expect([plain.data.length, plain.prediction[0].length]).toEqual([200, 12]);
    expect([plain.latents[0].length, plain.transition.length]).toEqual([4, 4]);
    expect(plain.eigenvalues).toHaveLength(4);
    expect(plain.inputEnds).toBe(100);
  });

  it('is what was learned again, to the bit, when edits are cleared', () => {
    const edited = engine();
    train(edited, 5);
    const plain = snapshotOf(edited);
    const edits: SvaeLdsEdit[] = [
      { kind: 'scaleTransitionColumn', column: 1, factor: 0.5 },
      { kind: 'scaleLatent', latent: 0, factor: 0 },
      { kind: 'setInputEnd', step: 0 },
    ];
    edited.setEdits(edits);
    const changed = snapshotOf(edited);
    expect(changed.inputEnds).toBe(0);
    expect(changed.edited).toBe(true);
    expect(changed.prediction).not.toEqual(plain.prediction);
    for (let t = 0; t < changed.steps; t++) expect(changed.latents[t * 4]).toBeCloseTo(0, 12);
    expect(changed.transition[1]).toBeCloseTo(plain.transition[1] / 2, 9);
    edited.setEdits([]);
    expect(snapshotOf(edited)).toEqual(plain);
    const unfit: SvaeLdsEdit = { kind: 'scaleTransitionColumn', column: 9, factor: 1 };
    expect(() => edited.setEdits([unfit])).toThrow(/no column 10/);
    expect(snapshotOf(edited)).toEqual(plain);
  });

  it('keeps turns of pairs that come and go in training: they wait, and are named', () => {
    const turned = engine({}, 2);
    const turn = (pair: number): SvaeLdsEdit => ({
      kind: 'turnEigenvalue',
      pair,
      angleFactor: 2,
      radiusFactor: 1,
    });
    // At the start A is I, and nothing turns.
    turned.setEdits([turn(0), turn(1)]);
    const plain = snapshotOf(engine({}, 2));
    expect(snapshotOf(turned)).toEqual({ ...plain, edited: true, absentPairs: [0, 1] });
    turned.evaluate();
    turned.measure();
    turned.inspect({ kind: 'columnScan', column: 0, factors: [1] });
    const counts = new Set<number>();
    for (let step = 0; step < 25; step++) {
      train(turned, 1);
      const { rotations, absentPairs } = snapshotOf(turned);
      counts.add(rotations.length);
      expect(absentPairs).toEqual([0, 1].filter((pair) => pair >= rotations.length));
    }
    expect(counts).toEqual(new Set([0, 1]));
    const { transition } = snapshotOf(turned);
    turned.bakeEdits();
    expect(snapshotOf(turned)).toMatchObject({ transition, absentPairs: [] });
    expect(() => turned.setEdits([turn(2)])).toThrow(/no complex pair 3.* at most 2/);
  });

  it.each([100, 0])('goes on by A alone from step %i on, also where that grows', (step) => {
    const alone = engine();
    train(alone, 5);
    const columns = [0, 1, 2, 3].map(
      (column) => ({ kind: 'scaleTransitionColumn', column }) as const,
    );
    alone.setEdits([
      { kind: 'setInputEnd', step },
      ...columns.map((edit) => ({ ...edit, factor: 1.1 })),
    ]);
    const { latents, transition, spectralRadius, steps, heldFrom } = snapshotOf(alone);
    expect(spectralRadius).toBeGreaterThan(1.05);
    expect(heldFrom).toBeNull();
    for (let t = Math.max(1, step); t < steps; t++) {
      const [before, now] = [latents.subarray(4 * (t - 1), 4 * t), latents.subarray(4 * t)];
      const size = Math.hypot(...before);
      for (let i = 0; i < 4; i++) {
        let expected = 0;
        for (let k = 0; k < 4; k++) expected += transition[4 * i + k] * before[k];
        expect(Math.abs(now[i] - expected)).toBeLessThan(1e-6 * size);
      }
    }
  });

  it('infers what is seen without regard to how far the picture goes on', () => {
    const seen = engine();
    train(seen, 5);
    seen.setEdits([{ kind: 'setInputEnd', step: 60 }]);
    const far = snapshotOf(seen).latents;
    seen.setView({ steps: 100 });
    expect(snapshotOf(seen).latents.slice(0, 4 * 60)).toEqual(far.slice(0, 4 * 60));
  });

  it('keeps an exploding system finite, and says since when it is held and how far out it is', () => {
    const wild = engine();
    train(wild, 5);
    wild.setEdits(
      [0, 1, 2, 3].map((column) => ({ kind: 'scaleTransitionColumn', column, factor: 50 })),
    );
    const { prediction, latents, spectralRadius, heldFrom, trouble } = snapshotOf(wild);
    expect(spectralRadius).toBeGreaterThan(10);
    expect(prediction.every(Number.isFinite)).toBe(true);
    expect(latents.every(Number.isFinite)).toBe(true);
    expect(heldFrom).toBeGreaterThanOrEqual(100);
    expect(heldFrom).toBeLessThan(106);
    expect(trouble).toBeNull();
  });

  it('builds the edits of the transition in for training to go on from', () => {
    const baked = engine();
    train(baked, 5);
    baked.setEdits([{ kind: 'scaleTransitionColumn', column: 1, factor: 0.5 }]);
    const before = snapshotOf(baked);
    baked.bakeEdits();
    const after = snapshotOf(baked);
    expect(after.transition).toEqual(before.transition);
    expect(after.prediction).toEqual(before.prediction);
    expect(after.edited).toBe(false);
    train(baked, 2);
  });

  it('shows, measures and judges by dots of the speed that is fed', () => {
    const shown = engine();
    train(shown, 2);
    const before = snapshotOf(shown);
    const bound = shown.evaluate();
    shown.updateSettings({ ...small, feedSpeed: 2 });
    const faster = snapshotOf(shown);
    expect(faster.truePeriod).toBeCloseTo(13.333, 3);
    expect(shown.measure().truePeriod).toBeCloseTo(13.333, 3);
    expect(shown.evaluate()).not.toEqual(bound);
    const { values, clean } = makeSvaeLdsDataset({ ...small, speed: 1.5 }, 1, null);
    const from = 12 * faster.firstRow;
    expect(faster.data).toEqual(values.slice(from, from + faster.data.length));
    expect(faster.clean).toEqual(clean?.slice(from, from + faster.data.length));
    shown.updateSettings(small);
    expect(snapshotOf(shown)).toEqual(before);
    expect(shown.evaluate()).toEqual(bound);
  });

  it('answers scans of columns and latents without changing the model', () => {
    const scanned = engine();
    train(scanned, 5);
    const before = snapshotOf(scanned);
    const scan = scanned.inspect({ kind: 'columnScan', column: 0, factors: [0.8, 1] });
    if (scan.kind !== 'columnScan') throw new Error('another answer');
    expect(scan.points[1].spectralRadius).toBeCloseTo(before.spectralRadius, 9);
    scanned.updateSettings({ ...small, samples: 20 });
    expect(scan.points[1].motion).toBeCloseTo(motionLeft(snapshotOf(scanned)) ?? Number.NaN, 9);
    // Measured where the meter measures, also with nothing ahead, and over as many samples.
    scanned.setEdits([{ kind: 'setInputEnd', step: 200 }]);
    scanned.updateSettings({ ...small, samples: 20 });
    const seen = scanned.inspect({ kind: 'columnScan', column: 0, factors: [1] });
    if (seen.kind !== 'columnScan') throw new Error('another answer');
    expect(seen.points[0].period).not.toBeNull();
    expect(seen.points[0].period).toBe(snapshotOf(scanned).period);
    // With no input samples share no phase: the model is shown as much as gives them one.
    const periodAfter = (step: number) => {
      scanned.setEdits([{ kind: 'setInputEnd', step }]);
      const found = scanned.inspect({ kind: 'columnScan', column: 0, factors: [1] });
      return found.kind === 'columnScan' ? found.points[0].period : null;
    };
    expect(periodAfter(0)).toBe(periodAfter(20));
    scanned.updateSettings(small);
    scanned.setEdits([]);
    const factors = [0, 1, 100];
    const scaled = scanned.inspect({ kind: 'latentScaling', latent: 0, factors, runs: 4 });
    if (scaled.kind !== 'latentScaling') throw new Error('another answer');
    expect(scaled.errors.map(({ factor }) => factor)).toEqual(factors);
    for (const { mean, deviation } of scaled.errors) {
      expect(mean).toBeGreaterThan(0);
      expect(deviation).toBeGreaterThanOrEqual(0);
    }
    expect(snapshotOf(scanned)).toEqual(before);
  });
});

it('reports what the command line promises', () => {
  const measured = engine();
  train(measured, 2);
  const metrics = measured.measure();
  expect(Object.keys(metrics).sort()).toEqual(
    [
      ...['baselines', 'elbo', 'forecastMse', 'period', 'spectralRadius'],
      ...['trainingPeriod', 'truePeriod'],
    ].sort(),
  );
  expect(metrics.forecastMse).toMatchObject({ predictMean: expect.closeTo(0.109, 2) });
});

it('says which sequences it cannot be trained on', () => {
  const making = (change: Partial<SvaeLdsSettings>) => () =>
    makeSvaeLdsDataset({ ...small, ...change }, 1, null);
  expect(making({ signal: 'own' })).toThrow(/no own series/);
  expect(making({ sequenceSteps: 300, windowSteps: 400 })).toThrow(
    /window of 400 steps.*240 steps/,
  );
});
