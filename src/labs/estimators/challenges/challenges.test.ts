import { expect, it } from 'vitest';
import { noRows } from '../../../datasets/dataset.ts';
import { defaultValues } from '../../../settings/values.ts';
import { EstimatorsEngine } from '../engine/engine.ts';
import { type EstimatorsSettings, estimatorsTable } from '../settings.ts';
import {
  pathIsBiased,
  pathwiseLoses,
  pointsWrongWay,
  scoreDrowns,
  sticksLanding,
} from './checks.ts';

function seen(change: Partial<EstimatorsSettings>) {
  const settings = { ...defaultValues(estimatorsTable), ...change };
  return { snapshot: new EstimatorsEngine({ settings, seed: 0, dataset: noRows('') }).snapshot() };
}

it('each looks at the draws of its own kind of q', () => {
  for (const check of [pathwiseLoses, scoreDrowns, pathIsBiased, sticksLanding]) {
    expect(check(seen({ q: 'coin' })).done).toBe(false);
    expect(check(seen({ part: 'race' })).done).toBe(false);
    expect(check(seen({})).done).toBe(false);
  }
  expect(pointsWrongWay(seen({})).done).toBe(false);
});

it('a landing is one only at the posterior: the same width alone leaves equal, wrong estimates', () => {
  const besides = sticksLanding(seen({ f: 'elbo', k: 0, mean: 1, sd: 1 }));
  expect(besides.text).toContain('the variance 0.0000');
  expect(besides.done).toBe(false);
  expect(sticksLanding(seen({ f: 'elbo', k: 0, mean: 0, sd: 1 })).done).toBe(true);
});

it('straight-through is not wrong where its sign is right', () => {
  expect(pointsWrongWay(seen({ q: 'coin', c: 0.3, theta: 0.6 })).done).toBe(false);
  expect(pointsWrongWay(seen({ q: 'coin', c: 0.3, theta: 0.1 })).done).toBe(true);
});
