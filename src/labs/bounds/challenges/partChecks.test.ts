import { expect, it } from 'vitest';
import { AnnealingModel } from '../engine/annealing.ts';
import { FilterModel } from '../engine/filter.ts';
import { enclosesLogZ, logHardlyBiased } from './partChecks.ts';

const annealed = (bridgeSteps: number, targetMean = 3) =>
  new AnnealingModel({ targetMean, targetSd: 0.5, bridgeSteps, transitions: 'perfect' }, 0).view();

it('the bounds are exactly J / T apart', () => {
  for (const steps of [1, 7, 100]) {
    const { gap, reverseGap, divergence } = annealed(steps);
    expect(gap + reverseGap).toBeCloseTo(divergence / steps, 10);
  }
});

it('encloses log Z by a bridge of a hundred steps, not by more, nor with a target at hand', () => {
  expect(enclosesLogZ(annealed(100)).done).toBe(true);
  for (const steps of [50, 200]) expect(enclosesLogZ(annealed(steps)).done).toBe(false);
  expect(enclosesLogZ(annealed(100, 1)).done).toBe(false);
});

it('wants the logarithm of many estimates', () => {
  const settings = { observations: 40, observationNoise: 0.3, resampling: 'when-few' } as const;
  const few = new FilterModel({ ...settings, particles: 100 }, 0);
  const many = new FilterModel({ ...settings, particles: 2000 }, 0);
  expect(logHardlyBiased(many.view()).done).toBe(false);
  for (let step = 0; step < 40; step++) few.train();
  expect(logHardlyBiased(few.view()).done).toBe(false);
  for (let step = 0; step < 170; step++) many.train();
  expect(logHardlyBiased(many.view()).done).toBe(true);
});
