import { describe, expect, it } from 'vitest';
import { assignments } from '../../../inference/expectationMaximisation/responsibilities.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import { createRandom } from '../../../math/random.ts';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { svaeGmmTable } from '../settings.ts';
import { Mixture } from './mixture.ts';

describe('shapes counted before training', () => {
  const scaleOf = (changed: { arms: number; shapesFirst?: boolean; joinNeighbours?: boolean }) => {
    const settings = { ...defaultValues(svaeGmmTable), ...changed };
    const data = makePlanarDataset(settings, 0, null);
    return new Mixture(settings, data.rows, data).grownPrior.scale;
  };

  it('narrow the prior of many arms, whatever the search', () => {
    expect(scaleOf({ arms: 10 })).toBeCloseTo(120 * 0.8 ** 3, 9);
    expect(scaleOf({ arms: 10, joinNeighbours: false })).toBe(scaleOf({ arms: 10 }));
    expect(scaleOf({ arms: 10, shapesFirst: false })).toBe(120);
    expect(scaleOf({ arms: 8 })).toBe(120);
  });
});

describe('a start at the shapes', () => {
  const started = (
    changed: Partial<ReturnType<typeof defaultValues<typeof svaeGmmTable.settings>>>,
  ) => {
    const settings = { ...defaultValues(svaeGmmTable), ...changed };
    const data = makePlanarDataset(settings, 0, null);
    const mixture = new Mixture(settings, data.rows, data);
    // Encoders that change nothing.
    const natural = mixture.initialise(() => Float64Array.from(data.values), createRandom(0));
    return { data, mixture, natural, K: mixture.globals.clusters };
  };

  const blobs = { dataset: 'blobs', blobs: 8 } as const;

  it.each([
    ['blobs', 8, blobs],
    ['many arms', 10, { arms: 10 }],
  ] as const)('gives %s a cluster each; the other clusters are out of use', (_, m, changed) => {
    const { data, mixture, natural, K } = started(changed);
    const counts = natural.slice(0, K).map((value, k) => value - mixture.prior[k]);
    expect(counts.subarray(m)).toEqual(new Float64Array(K - m));
    expect(Math.min(...counts.subarray(0, m))).toBeGreaterThan(50);
    const clusterOf = assignments(mixture.responsibilities, K);
    expect(adjustedRandIndex(data.labels ?? [], clusterOf)).toBeGreaterThan(0.9);
    expect(mixture.globals.validate(natural)).toEqual({ ok: true });
  });

  it.each([
    ['the setting is off', { ...blobs, startAtShapes: false }],
    ['means are to be random', { ...blobs, start: 'random' }],
    ['there are fewer clusters than blobs', { ...blobs, clusters: 5, thoroughSearch: false }],
    ['there are few arms', { arms: 5 }],
  ] as const)('is none where %s', (_, changed) => {
    const { mixture, natural, K } = started(changed);
    expect(new Set(mixture.responsibilities)).toEqual(new Set([0]));
    expect(natural.slice(0, K)).toEqual(new Float64Array(K).fill(natural[0]));
  });
});
