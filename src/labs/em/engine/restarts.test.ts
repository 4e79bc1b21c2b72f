import { expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { type EmAlgorithm, type EmSettings, emTable } from '../settings.ts';
import { EmEngine } from './engine.ts';

const OVERLAPPING = {
  blobs: 7,
  clusters: 7,
  pointsPerArm: 30,
  start: 'random-points',
  stepKind: 'both',
} as const;

function engine(change: Partial<EmSettings>, seed = 1): EmEngine {
  const settings: EmSettings = { ...defaultValues(emTable('em')), ...OVERLAPPING, ...change };
  return new EmEngine({ settings, dataset: makePlanarDataset(settings, seed, null), seed });
}

/** What EM raises, where it comes to rest. */
function endOf(trained: EmEngine): number {
  for (let step = 0; step < 2000 && !trained.converged; step++) {
    if (!trained.train().ok) throw new Error('broken down');
  }
  const { algorithm, logLikelihood, freeEnergy } = trained.snapshot();
  return algorithm === 'k-means' ? freeEnergy : (logLikelihood ?? freeEnergy);
}

it.each<EmAlgorithm>(['k-means', 'soft-k-means', 'gmm', 'bayesian-gmm'])(
  '%s: the run begins at the start that ends highest',
  (algorithm) => {
    const several = engine({ algorithm, restarts: 6 });
    const { startChoice, responsibilities, halfSteps } = several.snapshot();
    expect(halfSteps).toBe(0);
    expect(new Set(responsibilities).size).toBe(1);
    const end = endOf(several);
    expect(end).toBeGreaterThan(endOf(engine({ algorithm, restarts: 1 })) - 1e-6);
    expect(end).toBeGreaterThan((startChoice?.best ?? Infinity) - 1e-6);
    expect(startChoice?.worst).toBeLessThanOrEqual(startChoice?.best ?? 0);
    expect(several.measure()).toMatchObject({ start: (startChoice?.chosen ?? -1) + 1 });
  },
);

it('finds a higher maximum than the first start, and more starts never a lower one', () => {
  const ends = [1, 3, 10].map((restarts) => endOf(engine({ algorithm: 'gmm', restarts }, 4)));
  for (let i = 1; i < ends.length; i++) expect(ends[i]).toBeGreaterThan(ends[i - 1] - 1e-6);
  expect(ends[2]).toBeGreaterThan(ends[0] + 0.05);
});

it('a single start is the first of several, and nothing was chosen', () => {
  const one = engine({ algorithm: 'gmm' });
  expect(one.snapshot().startChoice).toBeNull();
  expect(one.measure()).not.toHaveProperty('start');
  expect(one.save().arrays).not.toHaveProperty('starts');
  const blob = { algorithm: 'gmm', blobs: 1, clusters: 1 } as const;
  const means = (of: EmEngine) => of.snapshot().clusters.map(({ mean }) => mean);
  const alike = engine({ ...blob, restarts: 5 });
  expect(alike.snapshot().startChoice).toMatchObject({ chosen: 0, of: 5, asGood: 5 });
  expect(means(alike)).toEqual(means(engine(blob)));
});

it('the choice is kept with the model, also where the algorithm was changed since', () => {
  const chosen = engine({ algorithm: 'gmm', restarts: 4 });
  const { startChoice } = chosen.snapshot();
  const reopened = engine({ algorithm: 'k-means', restarts: 4 });
  expect(reopened.snapshot().startChoice?.objective).toBe('ELBO');
  reopened.load(chosen.save());
  expect(reopened.snapshot().startChoice).toEqual(startChoice);
  chosen.setEdits([{ kind: 'moveMean', cluster: 0, mean: [1, 1] }]);
  expect(chosen.snapshot().startChoice).toEqual(startChoice);
  chosen.bakeEdits();
  expect(chosen.snapshot().startChoice).toBeNull();
});
