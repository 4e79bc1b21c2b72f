import { expect, it } from 'vitest';
import golden from '../../../inference/importanceWeighting/golden/ais.json' with { type: 'json' };
import { AnnealingModel, type AnnealingSettings } from './annealing.ts';

const SETTINGS: AnnealingSettings = {
  ...{ targetMean: 3, targetSd: 0.5, bridgeSteps: 10, transitions: 'perfect' },
};

function made(change: Partial<AnnealingSettings>, batches = 0) {
  const model = new AnnealingModel({ ...SETTINGS, ...change }, 0);
  for (let b = 0; b < batches; b++) model.train();
  return model;
}

it('shows the golden gaps, and J', () => {
  for (const { target, temperatures, gap } of golden) {
    const { mean: targetMean, sd: targetSd } = target;
    expect(made({ targetMean, targetSd, bridgeSteps: temperatures }).view().gap).toBeCloseTo(
      gap,
      9,
    );
  }
  expect(made({}).view().divergence).toBeCloseTo(23.625, 10);
});

it('measures the exact gaps on both sides within three standard errors, and encloses log Z', () => {
  const { logZ, exact, measured } = made({}, 40).view();
  expect(logZ).toBeCloseTo(Math.log(0.5 * Math.sqrt(2 * Math.PI)), 12);
  for (const steps of [1, 10, 100]) {
    const found = (series: 'forward' | 'reverse') =>
      measured[series].find((one) => one.steps === steps);
    const [lower, upper] = [found('forward'), found('reverse')];
    const at = made({ bridgeSteps: steps }).view();
    expect(Math.abs(logZ - (lower?.bound ?? 0) - at.gap)).toBeLessThan(
      3 * (lower?.boundError ?? 0),
    );
    expect(Math.abs((upper?.bound ?? 0) - logZ - at.reverseGap)).toBeLessThan(
      3 * (upper?.boundError ?? 0),
    );
    expect(lower?.bound).toBeLessThan(logZ);
    expect(upper?.bound).toBeGreaterThan(logZ);
  }
  // The exact lines fall to J / 2T.
  expect(exact.gap.at(-1)).toBeCloseTo(23.625 / 2000, 4);
});

it('has weights with the mean Z by Metropolis moves too, with more variance', () => {
  const { measured } = made({ bridgeSteps: 100 }, 80).view();
  const [perfect, moved] = (['forward', 'metropolis'] as const).map((series) => {
    const one = measured[series].find(({ steps }) => steps === 1000);
    if (!one) throw new Error('not measured');
    expect(Math.abs(one.ratio - 1)).toBeLessThan(4 * one.ratioError);
    return one;
  });
  expect(moved.boundError).toBeGreaterThan(2 * perfect.boundError);
  expect(moved.bound).toBeLessThan(perfect.bound);
});

it('keeps what was measured where only the number of steps changes', () => {
  const model = made({}, 3);
  model.update({ ...SETTINGS, bridgeSteps: 30 });
  const { forward } = model.view().measured;
  expect(forward.find(({ steps }) => steps === 10)?.runs).toBe(4 * 400);
  expect(forward.find(({ steps }) => steps === 30)?.runs).toBe(133);
  model.update({ ...SETTINGS, bridgeSteps: 30, targetMean: 2 });
  expect(model.view().measured.forward.map(({ runs }) => runs)).toEqual([
    ...[400, 400, 400, 400, 200, 133, 80, 40, 20, 14, 14],
  ]);
});

it('one step is importance sampling: the draws stay where they are', () => {
  const { rows, places, weights, shown } = made({ bridgeSteps: 1 }).view();
  expect(rows).toHaveLength(2);
  expect(places.slice(0, shown)).toEqual(places.slice(shown));
  expect(new Set(weights.slice(0, shown))).toEqual(new Set([1]));
  expect(Math.min(...weights.slice(shown))).toBeLessThan(1e-3);
});
