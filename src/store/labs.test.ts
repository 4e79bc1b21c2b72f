import { expect, it } from 'vitest';
import { datumOf, objectiveOf } from './labs.ts';

const elbo = { total: -5, reconstruction: -4, localKl: 1, globalKl: 0 };

it('calls what is climbed by its own name', () => {
  const of = (algorithm: string) =>
    objectiveOf('em', { algorithm }, { snapshot: { distortion: 7 }, elbo });
  expect(of('k-means')).toEqual({ name: 'Distortion', value: 7 });
  expect(of('gmm')).toEqual({ name: 'ELBO', value: -5 });
  expect(of('bayesian-gmm')).toEqual({ name: 'ELBO', value: -5 });
  expect(objectiveOf('svae-gmm', {}, { snapshot: null, elbo: null })).toEqual({
    name: 'ELBO',
    value: null,
  });
});

it('knows what a nat is counted per, also while no lab is open', () => {
  expect(['em', 'vae', 'svae-lds', ''].map(datumOf)).toEqual([
    'point',
    'observation',
    'step',
    'point',
  ]);
});
