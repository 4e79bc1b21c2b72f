import { expect, it } from 'vitest';
import { figuresCsv } from './exports.ts';
import type { Measurements } from './measuring/measurements.ts';

const figures = { bound: -4.9, adjustedRandIndex: 0.56, clustersUsed: 15, parameterCount: 89 };
const ofVae = { bound: -5.8, adjustedRandIndex: null, clustersUsed: null, parameterCount: 716 };
const likelihood = {
  logLikelihood: -5.42,
  standardError: 0.001,
  exact: null,
  poorRows: 2,
  samples: 512,
  step: 2000,
};

const measured = (steps: number) =>
  ({
    run: 1,
    figures: {
      step: 2000,
      evaluationData: { data: 'held-out', rows: 500 },
      timing: { gmm: 0.5, vae: 3, svae: 9, steps },
      gmm: figures,
      vae: ofVae,
      svae: figures,
    },
    likelihoods: {
      gmm: { ...likelihood, exact: -5.416 },
      vae: likelihood,
      // Measured last, when training had gone on.
      svae: { ...likelihood, step: 2010 },
    },
  }) as unknown as Measurements;

it('the table of figures has a row for each model, empty where there is no such figure', () => {
  const [header, ...rows] = figuresCsv(measured(2000)).split('\r\n');
  expect(header).toBe(
    'model,step,ELBO,held-out log-likelihood,standard error,measured at step,exact log-likelihood,rows,samples per row,rows with few effective samples,adjusted Rand index,clusters,parameters,seconds,timed steps',
  );
  expect(rows).toEqual([
    'GMM,2000,-4.9,-5.42,0.001,2000,-5.416,500,512,2,0.56,15,89,0.5,2000',
    'VAE,2000,-5.8,-5.42,0.001,2000,,500,512,2,,,716,3,2000',
    'SVAE,2000,-4.9,-5.42,0.001,2010,,500,512,2,0.56,15,89,9,2000',
  ]);
});

it('models that came with the page have taken no time here', () => {
  expect(figuresCsv(measured(0))).toContain(
    'GMM,2000,-4.9,-5.42,0.001,2000,-5.416,500,512,2,0.56,15,89,,0',
  );
});

it('half a table is not saved', () => {
  expect(() => figuresCsv({ ...measured(1), likelihoods: {} })).toThrow('still being measured');
});
