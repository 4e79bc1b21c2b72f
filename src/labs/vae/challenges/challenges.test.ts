import { describe, expect, it } from 'vitest';
import {
  NO_PROGRESS,
  observe as observeSet,
  type Progress,
} from '../../shared/challenges/challengeSet.ts';
import { challenges } from './challengeSet.ts';
import {
  boundsApart,
  decodedNothingSeen,
  type LabView,
  latentsLost,
  oneDimensionCollapsed,
} from './checks.ts';
import { classShare, distanceToNearest, usualDistance } from './measures.ts';

const ROWS = 20;

/** Two classes in the plane, at -x and +x, their data 0.1 apart. */
function view(change: Partial<LabView> = {}, model: Partial<LabView['model']> = {}): LabView {
  const side = (n: number) => (n % 2 === 0 ? -1 : 1);
  const latents = Float32Array.from({ length: 2 * ROWS }, (_, i) =>
    i % 2 === 0 ? 1.5 * side(i / 2) : 0,
  );
  const data = Float32Array.from({ length: 2 * ROWS }, (_, i) =>
    i % 2 === 0 ? 10 * side(i / 2) : i / 2 / ROWS,
  );
  return {
    run: 1,
    step: 500,
    pretrained: false,
    beta: 1,
    bounds: null,
    data,
    labels: Int32Array.from({ length: ROWS }, (_, n) => n % 2),
    model: {
      rows: ROWS,
      dataDimension: 2,
      latentDimension: 2,
      latents,
      deviations: new Float32Array(2 * ROWS).fill(0.2),
      factors: null,
      coordinateKl: [2, 1.5],
      ...model,
    },
    probe: null,
    ...change,
  };
}

const collapsed = {
  coordinateKl: [0, 0.01],
  latents: new Float32Array(2 * ROWS),
  deviations: new Float32Array(2 * ROWS).fill(1),
};

const observe = (before: Progress<boolean>, now: LabView) => observeSet(challenges, before, now);

describe('one dimension', () => {
  it('has collapsed when others are in use and none is in between', () => {
    expect(oneDimensionCollapsed(view({}, { coordinateKl: [1.5, 0.01, 2] })).done).toBe(true);
    expect(oneDimensionCollapsed(view({}, { coordinateKl: [1.5, 0.2, 2] })).done).toBe(false);
    expect(oneDimensionCollapsed(view({}, collapsed)).done).toBe(false);
  });

  it('has to be a result of training here, and of enough of it', () => {
    const model = { coordinateKl: [1.5, 0.01] };
    expect(oneDimensionCollapsed(view({ pretrained: true }, model)).done).toBe(false);
    expect(oneDimensionCollapsed(view({ step: 20 }, model))).toMatchObject({ done: false });
  });
});

describe('classes', () => {
  it('are apart where posteriors overlap their own alone, and mixed where all are the same', () => {
    const { model, labels } = view();
    expect(classShare(model, labels ?? [])).toBeGreaterThan(0.99);
    const mixed = classShare({ ...model, ...collapsed }, labels ?? []);
    expect(mixed).toBeCloseTo(9 / 19, 6);
  });

  it('are apart along a correlated posterior, which reaches across less than its deviations say', () => {
    const labels = Int32Array.of(0, 0, 1, 1);
    const latents = Float32Array.of(0, 0, 1, 1, 0.5, -0.5, 1.5, 0.5);
    const model = { rows: 4, latentDimension: 2, latents, deviations: new Float32Array(8).fill(1) };
    const factors = Float32Array.from([0, 1, 2, 3].flatMap(() => [1, 0, 0.99, Math.sqrt(0.0199)]));
    expect(classShare({ ...model, factors: null }, labels)).toBeLessThan(0.5);
    expect(classShare({ ...model, factors }, labels)).toBeGreaterThan(0.99);
  });

  it('separate only after a collapse in the same run', () => {
    const apart = observe(NO_PROGRESS, view());
    expect(apart.findings.separate.done).toBe(false);
    const after = observe(observe(NO_PROGRESS, view({ beta: 3 }, collapsed)), view({ beta: 0.7 }));
    expect(after.findings.separate).toMatchObject({ done: true });
    expect(after.findings.separate.text).toContain('β is 0.70');
    const otherRun = observe(observe(NO_PROGRESS, view({ beta: 3 }, collapsed)), view({ run: 2 }));
    expect(otherRun.findings.separate.done).toBe(false);
  });
});

describe('nothing seen', () => {
  const probe = (x: number, mean: readonly number[]) => ({
    latent: [x, 0],
    mean: Float32Array.from(mean),
    deviation: new Float32Array(2),
  });

  it('is far from all data, and yet where the prior draws', () => {
    expect(decodedNothingSeen(view({ probe: probe(0, [0, 0]) })).done).toBe(true);
    expect(decodedNothingSeen(view({ probe: probe(1.5, [10, 0.2]) })).done).toBe(false);
    const far = decodedNothingSeen(view({ probe: probe(5, [0, 0]) }));
    expect(far).toMatchObject({
      done: false,
      text: expect.stringContaining('unlikely under the prior'),
    });
  });

  it('is nothing to find in a collapsed model, or by a probe of other data', () => {
    expect(decodedNothingSeen(view({ probe: probe(0, [0, 0]) }, collapsed)).done).toBe(false);
    expect(decodedNothingSeen(view({ probe: probe(0, [0, 0, 0]) })).text).toBe('');
  });

  it('is measured by how far data are from each other', () => {
    const { data } = view();
    expect(usualDistance(data, 2)).toBeCloseTo(0.1, 5);
    expect(distanceToNearest(Float32Array.of(10, 3), data)).toBeGreaterThan(2);
  });
});

it('latents are lost when most lie outside the prior, with a beta of nearly nothing', () => {
  const far = { latents: new Float32Array(2 * ROWS).fill(3) };
  expect(latentsLost(view({ beta: 0 }, far)).done).toBe(true);
  expect(latentsLost(view({ beta: 0 })).done).toBe(false);
  expect(latentsLost(view({ beta: 1 }, far)).done).toBe(false);
});

it('bounds are apart when the one that was trained lies far above the ELBO', () => {
  const apart = { weighted: -5.6, elbo: -20 };
  expect(boundsApart(view({ bounds: apart })).done).toBe(true);
  expect(boundsApart(view({ bounds: apart, step: 10 })).done).toBe(false);
  expect(boundsApart(view({ bounds: apart, pretrained: true })).done).toBe(false);
  expect(boundsApart(view({ bounds: { weighted: -6, elbo: -7 } })).done).toBe(false);
  expect(boundsApart(view()).text).toContain('ELBO now');
});
