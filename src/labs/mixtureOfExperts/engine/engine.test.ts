import { describe, expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { type ExpertsSettings, expertsTable } from '../settings.ts';
import { makeExpertsDataset } from './data.ts';
import { ExpertsEngine } from './engine.ts';

const defaults = defaultValues(expertsTable) as ExpertsSettings;

function engine(change: Partial<ExpertsSettings> = {}, seed = 1): ExpertsEngine {
  const settings = { ...defaults, ...change };
  return new ExpertsEngine({ settings, dataset: makeExpertsDataset(settings, seed, null), seed });
}

function train(trained: ExpertsEngine, steps: number): void {
  for (let step = 0; step < steps; step++) {
    const outcome = trained.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    const { total, reconstruction, localKl, globalKl } = outcome.objective;
    expect(total).toBeCloseTo(reconstruction - localKl - globalKl, 9);
    expect(localKl).toBeGreaterThan(-1e-9);
  }
}

const snapshotOf = (seen: ExpertsEngine) => seen.snapshot();

describe('a run', () => {
  it('finds the three lines of a zigzag, and never falls on the way', () => {
    const trained = engine();
    train(trained, 150);
    const { experts, falls, logLikelihood, freeEnergy, klGap, mean, spread } = snapshotOf(trained);
    const slopes = experts.map(({ coefficients }) => coefficients[1]).sort((a, b) => a - b);
    [-2, 2, 2].forEach((slope, k) => {
      expect(Math.abs(slopes[k] - slope)).toBeLessThan(0.4);
    });
    expect(falls).toBe(0);
    expect(logLikelihood - freeEnergy).toBeCloseTo(klGap, 10);
    expect(trained.heldOutLogLikelihood()).toBeGreaterThan(-1.7);
    expect(mean.every(Number.isFinite) && spread.every((value) => value > 0)).toBe(true);
  });

  it('shows experts and gate as they are written', () => {
    const trained = engine({ degree: 2 });
    train(trained, 10);
    const { experts, x, predictions, gates } = snapshotOf(trained);
    const g = 30;
    const lines = experts.map(({ gate }) => Math.exp(gate.offset + gate.slope * x[g]));
    const sum = lines.reduce((a, b) => a + b);
    experts.forEach(({ coefficients: [a, b, c] }, k) => {
      expect(predictions[g * 3 + k]).toBeCloseTo(a + b * x[g] + c * x[g] ** 2, 4);
      expect(gates[g * 3 + k]).toBeCloseTo(lines[k] / sum, 5);
    });
  });

  it('closes the gap at E and opens it at M', () => {
    const trained = engine({ stepKind: 'alternate' });
    train(trained, 1);
    expect(snapshotOf(trained)).toMatchObject({ klGap: 0, nextHalf: 'm' });
    train(trained, 1);
    expect(snapshotOf(trained).klGap).toBeGreaterThan(0);
  });

  it.each([1, 3])('climbs on %i Newton steps of the gate until it rests', (gateSteps) => {
    const trained = engine({ gateSteps, stepKind: 'alternate' });
    const { logLikelihood } = snapshotOf(trained);
    for (let step = 0; step < 400 && !trained.converged; step++) train(trained, 1);
    expect(snapshotOf(trained)).toMatchObject({ falls: 0, boundFalls: 0, converged: true });
    expect(snapshotOf(trained).logLikelihood).toBeGreaterThan(logLikelihood + 0.5);
    const slopes = snapshotOf(trained).experts.map(({ gate }) => Math.abs(gate.slope));
    expect(Math.max(...slopes)).toBeLessThan(10);
  });

  it('widens its experts at once when the least width is raised, so that nothing falls', () => {
    const trained = engine();
    train(trained, 40);
    const settings = { ...defaults, leastWidth: 2 };
    trained.updateSettings(settings);
    expect(snapshotOf(trained).experts.every(({ deviation }) => deviation >= 2)).toBe(true);
    train(trained, 20);
    expect(snapshotOf(trained)).toMatchObject({ halfSteps: 20, falls: 0, boundFalls: 0 });
  });

  it('takes own pairs of x and y, and no others', () => {
    const own = {
      name: 'Mine',
      rows: 3,
      columns: ['x', 'y', 'z'],
      values: Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 10]),
      labels: null,
    };
    const settings = { ...defaults, dataset: 'own', experts: 2 } as const;
    expect(() => makeExpertsDataset(settings, 1, own)).toThrow(/need 2 columns; there are 3/);
    expect(() => makeExpertsDataset(settings, 1, null)).toThrow(/no own points/);
    const pairs = { ...own, columns: ['x', 'y'], values: own.values.slice(0, 6) };
    const dataset = makeExpertsDataset(settings, 1, pairs);
    const trained = new ExpertsEngine({ settings, dataset, seed: 1 });
    train(trained, 20);
    expect(trained.heldOutLogLikelihood()).toBeNull();
    expect(
      () => new ExpertsEngine({ settings: { ...settings, experts: 4 }, dataset, seed: 1 }),
    ).toThrow(/at most 3/);
  });
});

it('draws the gate where all x are the same', () => {
  const values = Float64Array.from([1, 0, 1, 2, 1, 5, 1, 9]);
  const own = { name: 'Mine', rows: 4, columns: ['x', 'y'], values, labels: null };
  const settings = { ...defaults, dataset: 'own', experts: 2 } as const;
  const dataset = makeExpertsDataset(settings, 1, own);
  const trained = new ExpertsEngine({ settings, dataset, seed: 1 });
  train(trained, 20);
  const { x, gates } = snapshotOf(trained);
  expect(x[x.length - 1] - x[0]).toBeCloseTo(2, 5);
  expect(gates.every(Number.isFinite)).toBe(true);
});

it('shows the E-step of a point, and figures', () => {
  const trained = engine();
  train(trained, 3);
  const { posterior, logJoint, logEvidence } = trained.inspect({ kind: 'point', row: 5 });
  expect(posterior[1]).toBeCloseTo(Math.exp(logJoint[1] - logEvidence), 12);
  expect(() => trained.inspect({ kind: 'point', row: 1e6 })).toThrow(/no row/);
  expect(trained.measure()).toMatchObject({ clustersUsed: 3, falls: 0 });
});
