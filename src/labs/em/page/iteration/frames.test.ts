import { expect, it } from 'vitest';
import { framePerStage, sameStage } from '../../../shared/slowMotion/stepper.ts';
import type { EmIterationInspection } from '../../snapshot.ts';
import { describeFrame, isOfPoint, stageNames } from './frames.ts';

const FRAMES = framePerStage(stageNames);

const cluster = (mean: readonly number[]) => ({
  id: 1,
  weight: 0.4,
  count: 2,
  mean,
  covariance: [1, 0, 0, 1],
  empty: false,
  singular: false,
});

const inspection: EmIterationInspection = {
  kind: 'iteration',
  point: {
    kind: 'point',
    row: 6,
    distances: [5, 1.5],
    responsibilities: [0.5, 0.5],
    logJoint: [-9, -4],
    posterior: [0.0067, 0.9933],
    logEvidence: -3.99,
  },
  shares: [0.0067, 0.9933],
  cluster: 1,
  clusterShares: Float32Array.of(1, 1),
  count: 2,
  before: cluster([0, 0]),
  after: cluster([1, -2]),
};

const said = (stage: (typeof FRAMES)[number]['stage'], changed = inspection) =>
  describeFrame(changed, { stage }, 'gmm');

it('goes from distances to responsibilities, and from there to mean and covariance', () => {
  expect(FRAMES.map(({ stage }) => stage)).toEqual([
    ...['distances', 'joint', 'softmax', 'responsibilities'],
    ...['count', 'mean', 'covariance'],
  ]);
  expect(FRAMES.filter(({ stage }) => isOfPoint(stage))).toHaveLength(4);
  expect(sameStage({ stage: 'count' }, FRAMES)).toBe(4);
});

it('names point and clusters as the page does, with their numbers', () => {
  expect(said('distances').sentence).toBe('Point 7 is nearest to mean 2: 1.50 away.');
  expect(said('softmax').tex).toContain('e^{-5.00} = 0.0067');
  expect(said('responsibilities').sentence).toContain('cluster 2 gets 99.3 %');
  expect(said('count').tex).toContain('N_{2} / N = 0.4000');
  expect(said('mean').sentence).toContain('from (0.00, 0.00) to (1.00, −2.00)');
});

it('speaks of own data in their units', () => {
  const data = {
    units: [
      { offset: 1.7e12, scale: 1e5 },
      { offset: 15, scale: 0.5 },
    ],
    distance: { scale: 0.14, unit: 'standard deviations' },
  } as const;
  const own = (stage: (typeof FRAMES)[number]['stage']) =>
    describeFrame(inspection, { stage }, 'gmm', data);
  expect(own('distances').sentence).toContain('1.500 standard deviations away');
  expect(own('mean').sentence).toContain('to (1700000100000, 14.000)');
  expect(own('mean').tex).toContain('1700000100000');
  expect(own('covariance').tex).toContain(String.raw`1.00 \times 10^{10}`);
});

it('says what is different for other algorithms and in trouble', () => {
  expect(describeFrame(inspection, { stage: 'responsibilities' }, 'k-means').sentence).toContain(
    'whole point',
  );
  expect(describeFrame(inspection, { stage: 'covariance' }, 'soft-k-means').sentence).toContain(
    'setting',
  );
  expect(describeFrame(inspection, { stage: 'mean' }, 'bayesian-gmm').sentence).toContain('prior');
  const singular = { ...inspection, after: { ...inspection.after, singular: true } };
  expect(said('covariance', singular).sentence).toContain('smallest width allowed');
  expect(said('covariance', singular).tex).not.toContain(String.raw`\Sigma_{2} &= \tfrac`);
  const empty = { ...inspection, after: { ...inspection.after, empty: true } };
  expect(said('mean', empty).sentence).toContain('nothing to average');
  expect(said('covariance', empty).tex).not.toContain(String.raw`\sum`);
  const { tex } = describeFrame(inspection, { stage: 'covariance' }, 'bayesian-gmm');
  expect(tex).toContain(String.raw`\Psi_{2} / \nu_{2} &= `);
});
