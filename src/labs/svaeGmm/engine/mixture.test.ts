import { describe, expect, it } from 'vitest';
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
