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

describe('blobs counted before training', () => {
  const started = (
    changed: Partial<ReturnType<typeof defaultValues<typeof svaeGmmTable.settings>>>,
  ) => {
    const blobs = { dataset: 'blobs', blobs: 8 } as const;
    const settings = { ...defaultValues(svaeGmmTable), ...blobs, ...changed };
    const data = makePlanarDataset(settings, 0, null);
    const mixture = new Mixture(settings, data.rows, data);
    // Encoders that change nothing.
    const natural = mixture.initialise(() => Float64Array.from(data.values), createRandom(0));
    return { data, mixture, natural, K: mixture.globals.clusters };
  };

  it('have a cluster each from the start, and the other clusters are out of use', () => {
    const { data, mixture, natural, K } = started({});
    const counts = natural.slice(0, K).map((value, k) => value - mixture.prior[k]);
    expect(counts.subarray(8)).toEqual(new Float64Array(K - 8));
    expect(Math.min(...counts.subarray(0, 8))).toBeGreaterThan(50);
    const clusterOf = assignments(mixture.responsibilities, K);
    expect(adjustedRandIndex(data.labels ?? [], clusterOf)).toBeGreaterThan(0.9);
    expect(mixture.globals.validate(natural)).toEqual({ ok: true });
  });

  it.each([
    ['the setting is off', { startAtBlobs: false }],
    ['means are to be random', { start: 'random' }],
    ['there are fewer clusters than blobs', { clusters: 5, thoroughSearch: false }],
  ] as const)('have none where %s', (_, changed) => {
    const { mixture, natural, K } = started(changed);
    expect(new Set(mixture.responsibilities)).toEqual(new Set([0]));
    expect(natural.slice(0, K)).toEqual(new Float64Array(K).fill(natural[0]));
  });
});
