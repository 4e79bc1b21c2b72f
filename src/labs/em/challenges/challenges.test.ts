import { expect, it } from 'vitest';
import {
  NO_PROGRESS,
  observe as observeSet,
  type Progress,
} from '../../shared/challenges/challengeSet.ts';
import type { EmCluster, EmSnapshot } from '../snapshot.ts';
import { challenges } from './challengeSet.ts';
import type { LabView, Remembered } from './checks.ts';
import { classDistortion } from './classDistortion.ts';

const observe = (before: Progress<Remembered>, now: LabView) => observeSet(challenges, before, now);

const cluster = (id: number, change: Partial<EmCluster> = {}): EmCluster => ({
  id,
  weight: 0.2,
  count: 20,
  mean: [0, 0],
  covariance: [1, 0, 0, 1],
  empty: false,
  singular: false,
  ...change,
});

function view(change: Partial<EmSnapshot>, classes: number | null = null) {
  const snapshot = {
    algorithm: 'k-means',
    halfSteps: 30,
    falls: 0,
    boundFalls: 0,
    converged: true,
    edited: false,
    distortion: 10,
    clusters: [cluster(0), cluster(1)],
    ...change,
  } as EmSnapshot;
  return { problem: 'these points', classDistortion: classes, snapshot };
}

it('k-means is stuck where a better rest is known, and off the hill when it finds one', () => {
  const first = observe(NO_PROGRESS, view({ distortion: 25 }));
  expect(first.findings.stuck).toMatchObject({ done: false });
  expect(first.findings.stuck.text).toContain('25.00, the least seen');
  const better = observe(first, view({ distortion: 10 }));
  expect(better.findings.stuck.done).toBe(false);
  const stuck = observe(better, view({ distortion: 25 }));
  expect(stuck.findings.stuck).toMatchObject({ done: true });
  expect(stuck.findings.unstick.text).toBe('');
  const moving = observe(stuck, view({ distortion: 20, converged: false }));
  expect(moving.findings.unstick).toMatchObject({ done: false, text: 'Distance to beat: 25.00.' });
  const off = observe(moving, view({ distortion: 10 }));
  expect(off.findings.unstick.text).toBe('From 25.00 down to 10.00.');
  expect(off.findings.unstick.done).toBe(true);
});

it('the true classes are a place to compare with; other points are another problem', () => {
  expect(observe(NO_PROGRESS, view({ distortion: 25 }, 10)).findings.stuck.done).toBe(true);
  const stuck = observe(NO_PROGRESS, view({ distortion: 25 }, 10));
  const other = observe(stuck, { ...view({ distortion: 5 }), problem: 'other points' });
  expect(other.memory?.is).toMatchObject({ best: 5, stuckAt: null });
  const own = { values: Float32Array.of(0, 0, 2, 0, 5, 5), rows: 3, dimension: 2 };
  const distance = { scale: 3, unit: 'own units' } as const;
  const dataset = { ...own, labels: Int32Array.of(0, 0, 1), distance };
  expect(classDistortion(dataset)).toBeCloseTo((9 * 2) / 3, 12);
});

it('watches the theorem, singular covariances and pruning', () => {
  const gmm = observe(NO_PROGRESS, view({ algorithm: 'gmm', halfSteps: 19 }));
  expect(gmm.findings.monotone).toMatchObject({ done: false });
  expect(observe(gmm, view({ algorithm: 'gmm' })).findings.monotone.done).toBe(true);
  const singular = view({ algorithm: 'gmm', clusters: [cluster(0, { singular: true, count: 1 })] });
  expect(observe(NO_PROGRESS, singular).findings.singular.text).toContain(
    'Cluster 1 has 1.0 points',
  );
  const few = view({ algorithm: 'bayesian-gmm' });
  expect(observe(NO_PROGRESS, few).findings.prune.text).toContain('start with 10 or more');
  const clusters = Array.from({ length: 12 }, (_, id) => cluster(id, { count: id < 5 ? 20 : 0.1 }));
  const pruned = view({ algorithm: 'bayesian-gmm', clusters });
  expect(observe(NO_PROGRESS, pruned).findings.prune).toEqual({
    done: true,
    text: '5 of 12 clusters are left.',
  });
});
