import { expect, it } from 'vitest';
import type { AnyEngine } from '../labs/engine.ts';
import { estimatedStepSeconds } from './stepEstimate.ts';

it('goes by the rows of a step and what the bound of all rows took', () => {
  const engine = (stepShare?: number) => ({ stepShare }) as AnyEngine;
  expect(estimatedStepSeconds(engine(), 1000)).toBe(2);
  expect(estimatedStepSeconds(engine(0.1), 1000)).toBeCloseTo(0.2, 12);
});
