import { expect, it } from 'vitest';
import { divergences } from './divergences/lab.ts';
import { em } from './em/lab.ts';
import { headlineOf } from './lab.ts';
import { svaeGmm } from './svaeGmm/lab.ts';

const objective = { total: -5, reconstruction: -4, localKl: 1, globalKl: 0 };

it('calls the objective by its own name', () => {
  const snapshot = { kind: 'em', distortion: 7 };
  const of = (algorithm: string) => headlineOf(em, { algorithm }, { snapshot, objective });
  expect(of('k-means')).toEqual({ name: 'Distortion', value: 7 });
  expect(of('gmm')).toEqual({ name: 'ELBO', value: -5 });
  expect(of('bayesian-gmm')).toEqual({ name: 'ELBO', value: -5 });
  const both = { kind: 'divergences', part: 'densities', fits: [{}, {}] };
  expect(headlineOf(divergences, {}, { snapshot: both, objective })).toBeNull();
  const none = { snapshot: null, objective: null };
  expect(headlineOf(svaeGmm, {}, none)).toEqual({ name: 'ELBO', value: null });
});
