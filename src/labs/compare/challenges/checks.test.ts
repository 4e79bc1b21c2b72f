import { describe, expect, it } from 'vitest';
import type { ModelFigures } from '../snapshot.ts';
import {
  learnedByHeart,
  type Measured,
  mixtureCatchesUp,
  mixtureWins,
  sameNumberOfClusters,
} from './checks.ts';

const figures = (change: Partial<ModelFigures>): ModelFigures => ({
  bound: -5,
  adjustedRandIndex: null,
  clustersUsed: null,
  parameterCount: 100,
  ...change,
});
const likelihood = (logLikelihood: number) => ({
  step: 2000,
  logLikelihood,
  standardError: 0.01,
  exact: null,
  // Each model finds other rows hard: the error of a lead is about 0.6 / sqrt(500).
  ofRows: Float64Array.from(
    { length: 500 },
    (_, n) => logLikelihood + 0.6 * Math.cos(n * logLikelihood),
  ),
  poorRows: 0,
  rows: 500,
  samples: 512,
});

/** Spirals: five clusters of the GMM in pieces, an SVAE that has found the arms. */
const SPIRALS: Measured = {
  step: 2000,
  pretrained: false,
  figures: {
    gmm: figures({ adjustedRandIndex: 0.7, clustersUsed: 5, bound: -5.9 }),
    vae: figures({}),
    svae: figures({ adjustedRandIndex: 0.98, clustersUsed: 5 }),
  },
  likelihoods: { gmm: likelihood(-5.94), vae: likelihood(-5.87), svae: likelihood(-5.2) },
  classes: 5,
  isHeldOut: true,
};

describe.each([mixtureCatchesUp, mixtureWins, sameNumberOfClusters])('%o', (check) => {
  it.each([
    ['before anything is measured', null, /Pause/],
    ['pretrained models', { ...SPIRALS, pretrained: true }, /pretrained/],
    ['networks that have hardly begun', { ...SPIRALS, step: 20 }, /step (500|2000)/],
    ['own points', { ...SPIRALS, isHeldOut: false }, /own points/],
  ])('does not judge %s', (_what, measured, text) => {
    expect(check(measured)).toMatchObject({ done: false, text: expect.stringMatching(text) });
  });
});

it('one cluster each: only the SVAE finds the arms', () => {
  expect(sameNumberOfClusters(SPIRALS)).toEqual({
    done: true,
    text: 'Rand index: GMM 0.70 with 5 clusters, SVAE 0.98.',
  });
  expect(sameNumberOfClusters({ ...SPIRALS, classes: 6 }).text).toContain('as many clusters as');
});

it('catching up takes pieces of classes, and nothing may be missing', () => {
  expect(mixtureCatchesUp(SPIRALS)).toMatchObject({
    done: false,
    text: expect.stringMatching(/more clusters than there are classes/),
  });
  const gmm = figures({ clustersUsed: 15 });
  const inPieces = { ...SPIRALS, figures: { ...SPIRALS.figures, gmm } };
  expect(mixtureCatchesUp(inPieces).done).toBe(false);
  const withGmm = (logLikelihood: number) => ({
    ...inPieces,
    likelihoods: { ...SPIRALS.likelihoods, gmm: likelihood(logLikelihood) },
  });
  expect(mixtureCatchesUp(withGmm(-5.21)).done).toBe(false);
  expect(mixtureCatchesUp(withGmm(-5.19)).done).toBe(true);
  // Halfway through its training the SVAE has been caught by anything.
  const early = mixtureCatchesUp({ ...withGmm(-5.19), step: 1000 });
  expect(early).toMatchObject({ done: false, text: expect.stringContaining('step 2000') });
});

it('winning takes a lead over both networks, over the VAE one that is no luck', () => {
  expect(mixtureWins(SPIRALS).done).toBe(false);
  const likelihoods = { ...SPIRALS.likelihoods, gmm: likelihood(-5.1) };
  expect(mixtureWins({ ...SPIRALS, likelihoods }).done).toBe(true);
  const close = { ...SPIRALS.likelihoods, gmm: likelihood(-5.21) };
  expect(mixtureWins({ ...SPIRALS, likelihoods: close }).done).toBe(false);
  const lucky = { ...likelihoods, vae: likelihood(-5.11) };
  expect(mixtureWins({ ...SPIRALS, likelihoods: lucky }).done).toBe(false);
  expect(mixtureWins({ ...SPIRALS, likelihoods, classes: 3 }).text).toContain('more clusters');
});

it('learning by heart shows on fresh points', () => {
  expect(learnedByHeart(SPIRALS).done).toBe(false);
  const gmm = figures({ bound: -4.3 });
  const narrow = { ...SPIRALS, step: 50, figures: { ...SPIRALS.figures, gmm } };
  expect(learnedByHeart(narrow)).toEqual({
    done: true,
    text: 'GMM: −4.30 on its training points, −5.94 on fresh points.',
  });
});
