import { expect, it } from 'vitest';
import type { CompareSnapshot } from '../../snapshot.ts';
import { latentView } from './latentView.ts';
import { clustersInWords, modelView } from './modelView.ts';
import { coloursOf, inColours } from './useMatchedColours.ts';

const cluster = (id: number, count: number) => ({
  id,
  weight: 0.5,
  count,
  mean: [id, 0],
  covariance: [1, 0, 0, 1],
});
const points = new Float32Array(8);
const snapshot = {
  dataDimension: 2,
  gmm: {
    assignments: [0, 0, 1, 1],
    confidence: [1, 1, 1, 1],
    clusters: [cluster(0, 2), cluster(1, 2), cluster(2, 0.2)],
    samples: null,
  },
  vae: {
    rows: 4,
    latents: points,
    latentDimension: 2,
    reconstructions: points,
    samples: { data: points, latents: points },
  },
  svae: {
    latents: points,
    latentDimension: 2,
    reconstructions: points,
    assignments: [3, 3, 3, 3],
    confidence: [1, 1, 1, 1],
    clusters: [cluster(3, 4)],
    samples: { data: points, latents: points, clusters: [3, 3, 3, 3] },
  },
  outlines: {
    vae: [{ cluster: null, points }],
    svae: [{ cluster: 3, points }],
  },
} as unknown as CompareSnapshot;
const observations = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);

it('leaves the points of a GMM where they are, inside the ellipses of clusters in use', () => {
  const view = modelView('gmm', snapshot, observations, [0, 1]);
  expect(view.points).toBe(observations);
  expect(view.outlines.map(({ cluster: id }) => id)).toEqual([0, 1]);
  expect(clustersInWords('gmm', snapshot)).toBe('2 clusters');
});

it('gives a VAE one colour and one outline', () => {
  const view = modelView('vae', snapshot, observations, [0, 1]);
  expect(view).toMatchObject({ assignments: null, samples: { clusters: null } });
  expect(view.outlines.map(({ cluster: id }) => id)).toEqual([null]);
  expect(clustersInWords('vae', snapshot)).toBe('no clusters');
});

it('gives an SVAE both, and no outlines where latents lie in no plane', () => {
  const view = modelView('svae', snapshot, observations, [0, 1]);
  expect(view.assignments).toEqual([3, 3, 3, 3]);
  expect(view.outlines[0].cloud.count).toBe(4);
  expect(clustersInWords('svae', snapshot)).toBe('1 cluster');
  const deep = { ...snapshot, outlines: null };
  expect(modelView('svae', deep, observations, [0, 1]).outlines).toEqual([]);
});

it('shows latents among the Gaussians that are expected of them', () => {
  const ofVae = latentView('vae', snapshot);
  expect(ofVae).toMatchObject({ assignments: null, samples: { clusters: null } });
  expect(ofVae.outlines.map(({ cluster: id }) => id)).toEqual([null]);
  const { values } = ofVae.outlines[0].cloud;
  expect(Math.hypot(values[0], values[1])).toBeCloseTo(2, 5);
  const ofSvae = latentView('svae', snapshot);
  expect(ofSvae.outlines.map(({ cluster: id }) => id)).toEqual([3]);
  expect(ofSvae.columns).toEqual(['latent dimension 1', 'latent dimension 2']);
  expect(ofSvae.observations).toHaveLength(0);
});

it('shows one latent dimension in rows, one for each cluster in use', () => {
  const latents = Float32Array.of(-1, 1, 2, 3);
  const narrow = (id: number, count: number) => ({
    ...cluster(id, count),
    mean: [id],
    covariance: [1],
  });
  const line = {
    ...snapshot,
    vae: { ...snapshot.vae, latents, latentDimension: 1, samples: null },
    svae: {
      ...snapshot.svae,
      latents,
      latentDimension: 1,
      assignments: [1, 1, 4, 4],
      clusters: [narrow(1, 2), narrow(2, 0.1), narrow(4, 2)],
      samples: null,
    },
  } as unknown as CompareSnapshot;
  const { points, hasY, dimension, outlines } = latentView('svae', line);
  expect([hasY, dimension]).toEqual([false, 2]);
  expect(outlines.map(({ cluster: id }) => id)).toEqual([1, 4]);
  expect([points[0], points[2], points[4], points[6]]).toEqual([-1, 1, 2, 3]);
  // The first cluster is above the second, and their rows do not meet.
  expect(Math.min(points[1], points[3])).toBeGreaterThan(Math.max(points[5], points[7]));
  expect(latentView('vae', line).outlines.map(({ cluster: id }) => id)).toEqual([null]);
});

it('shows clusters in the colours of the classes they match, in both planes alike', () => {
  const labels = [1, 1, 0, 0];
  const gmm = coloursOf('gmm', snapshot, labels, null);
  expect(gmm?.slice(0, 2)).toEqual([1, 0]);
  const view = inColours(modelView('gmm', snapshot, observations, [0, 1]), gmm);
  expect(view.assignments).toEqual([1, 1, 0, 0]);
  expect(view.outlines.map(({ cluster: id }) => id)).toEqual([1, 0]);
  const svae = coloursOf('svae', snapshot, labels, null);
  const latents = inColours(latentView('svae', snapshot), svae);
  expect(latents.assignments).toEqual([svae?.[3], svae?.[3], svae?.[3], svae?.[3]]);
  expect(latents.samples?.clusters).toEqual(latents.assignments);
  expect(latents.outlines.map(({ cluster: id }) => id)).toEqual([svae?.[3]]);
});

it('takes the clusters of the SVAE for classes where none are known', () => {
  expect(coloursOf('svae', snapshot, null, null)).toEqual([0, 1, 2, 3]);
  const gmm = coloursOf('gmm', snapshot, null, null);
  expect(gmm?.filter((colour) => colour === 3)).toHaveLength(1);
});

it('leaves a VAE, which has no clusters, as it is', () => {
  const view = modelView('vae', snapshot, observations, [0, 1]);
  expect(inColours(view, coloursOf('vae', snapshot, [0, 0, 1, 1], null))).toBe(view);
});
