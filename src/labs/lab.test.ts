import { expect, it } from 'vitest';
import { em } from './em/lab.ts';
import { objectiveOf } from './lab.ts';
import { svaeGmm } from './svaeGmm/lab.ts';

const elbo = { total: -5, reconstruction: -4, localKl: 1, globalKl: 0 };

it('calls the objective by its own name', () => {
  const snapshot = { kind: 'em', distortion: 7 };
  const of = (algorithm: string) => objectiveOf(em, { algorithm }, { snapshot, elbo });
  expect(of('k-means')).toEqual({ name: 'Distortion', value: 7 });
  expect(of('gmm')).toEqual({ name: 'ELBO', value: -5 });
  expect(of('bayesian-gmm')).toEqual({ name: 'ELBO', value: -5 });
  const none = { snapshot: null, elbo: null };
  expect(objectiveOf(svaeGmm, {}, none)).toEqual({ name: 'ELBO', value: null });
});
