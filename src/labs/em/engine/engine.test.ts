import { describe, expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { type EmEdit, parseEmEdit, withEmEdit } from '../edits.ts';
import { type EmSettings, emTable } from '../settings.ts';
import type { EmIterationInspection, EmLandscape, EmPointInspection } from '../snapshot.ts';
import { EmEngine } from './engine.ts';

const ALGORITHMS = ['k-means', 'soft-k-means', 'gmm', 'bayesian-gmm'] as const;

function settingsOf(change: Partial<EmSettings>): EmSettings {
  return { ...defaultValues(emTable('gmm')), restarts: 1, ...change } as EmSettings;
}

function engine(change: Partial<EmSettings> = {}, seed = 1): EmEngine {
  const settings = settingsOf(change);
  return new EmEngine({ settings, dataset: makePlanarDataset(settings, seed, null), seed });
}

function train(trained: EmEngine, steps: number): void {
  for (let step = 0; step < steps; step++) {
    const outcome = trained.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    const { total, reconstruction, localKl, globalKl } = outcome.objective;
    expect(total).toBeCloseTo(reconstruction - localKl - globalKl, 9);
    expect(localKl).toBeGreaterThan(-1e-9);
  }
}

const snapshotOf = (seen: EmEngine) => seen.snapshot();

describe('a run', () => {
  it.each(ALGORITHMS)('%s finds the blobs, and what it shows adds up', (algorithm) => {
    const trained = engine({ algorithm, clusters: algorithm === 'bayesian-gmm' ? 12 : 5 });
    expect(new Set(snapshotOf(trained).responsibilities).size).toBe(1);
    train(trained, 100);
    const seen = snapshotOf(trained);
    expect(trained.measure().adjustedRandIndex).toBeGreaterThan(0.97);
    expect(seen.freeEnergy).toBeCloseTo(seen.energy + seen.entropy - seen.globalKl, 12);
    if (algorithm === 'bayesian-gmm') {
      expect(seen.logLikelihood).toBeNull();
      expect(seen.clusters.filter(({ count }) => count > 1)).toHaveLength(5);
    } else {
      expect((seen.logLikelihood ?? 0) - seen.freeEnergy).toBeCloseTo(seen.klGap ?? -1, 10);
    }
    if (algorithm !== 'k-means') expect(seen.falls).toBe(0);
    expect(seen.clusters.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(500, 6);
    expect(seen.boundFalls).toBe(0);
    expect(seen.halfSteps).toBe(algorithm === 'k-means' ? 199 : 200);
    expect(seen.course.mark.slice(0, 3)).toEqual(['start', 'e', 'm']);
  });

  it('takes half-steps in turns: the gap closes at E and opens at M', () => {
    const trained = engine({ stepKind: 'alternate' });
    for (let step = 0; step < 6; step++) {
      const half = snapshotOf(trained).nextHalf;
      expect(half).toBe(step % 2 === 0 ? 'e' : 'm');
      train(trained, 1);
      if (half === 'e') expect(snapshotOf(trained).klGap).toBe(0);
      else expect(snapshotOf(trained).klGap).toBeGreaterThan(0);
    }
  });

  it('comes to rest', () => {
    const trained = engine();
    train(trained, 1);
    expect(snapshotOf(trained).converged).toBe(false);
    train(trained, 400);
    expect(snapshotOf(trained).converged).toBe(true);
  });

  it('does not rest on the plateau before a better hill', () => {
    const trained = engine({ clusters: 15, stepKind: 'both' }, 7);
    train(trained, 600);
    const { freeEnergy, converged } = snapshotOf(trained);
    expect(converged).toBe(false);
    train(trained, 1200);
    expect(snapshotOf(trained).converged).toBe(true);
    expect(snapshotOf(trained).freeEnergy).toBeGreaterThan(freeEnergy + 0.01);
  });

  it('goes on from where it is when the dial is turned', () => {
    const trained = engine({ algorithm: 'k-means' });
    train(trained, 20);
    const means = snapshotOf(trained).clusters.map(({ mean }) => mean);
    trained.updateSettings(settingsOf({ algorithm: 'gmm' }));
    expect(snapshotOf(trained).clusters.map(({ mean }) => mean)).toEqual(means);
    train(trained, 20);
    expect(snapshotOf(trained).falls).toBe(0);
    trained.updateSettings(settingsOf({ algorithm: 'bayesian-gmm' }));
    const turned = snapshotOf(trained).clusters.map(({ mean }) => mean);
    turned.forEach(([x, y], k) => {
      const [a, b] = means[k];
      expect(Math.hypot(x - a, y - b)).toBeLessThan(1.5);
    });
    train(trained, 20);
  });

  it('tells of clusters in the same place, and of one without points', () => {
    const events = (trained: EmEngine, steps: number) =>
      Array.from({ length: steps }, () => trained.train()).flatMap((outcome) =>
        outcome.ok ? outcome.events : [],
      );
    const kinds = (trained: EmEngine, steps: number) =>
      events(trained, steps).map(({ kind }) => kind);
    const far = engine({ algorithm: 'k-means' });
    far.setEdits([{ kind: 'moveMean', cluster: 2, mean: [900, 900] }]);
    far.bakeEdits();
    expect(kinds(far, 5)).toEqual(['empty-cluster']);
    expect(snapshotOf(far).clusters[2]).toMatchObject({ mean: [900, 900], empty: true });
    const together = engine({ clusters: 3 });
    together.setEdits([0, 1, 2].map((cluster) => ({ kind: 'moveMean', cluster, mean: [1, 1] })));
    together.bakeEdits();
    const told = events(together, 5);
    expect(told.map(({ kind }) => kind)).toEqual(['coinciding-clusters']);
    expect(told[0].label).toMatch(/^Clusters 1, 2 and 3 are in the same place/);
    // Wide ones come to rest side by side, nearer than anybody could see.
    const wide = engine({ algorithm: 'soft-k-means', clusterWidth: 20, clusters: 3 });
    const last = events(wide, 200).at(-1);
    expect(wide.converged).toBe(true);
    expect(last?.label).toMatch(/^Clusters 1, 2 and 3 are in the same place/);
  });

  it('remembers after a reload which clusters are singular and what has been told', () => {
    const change = { clusters: 30, pointsPerArm: 10, stepKind: 'both' } as const;
    const [whole, resumed] = [engine(change), engine(change)];
    const tell = (trained: EmEngine) => {
      const outcome = trained.train();
      return outcome.ok ? outcome.events : [];
    };
    const told = Array.from({ length: 40 }, () => tell(whole)).flat();
    expect(told.map(({ kind }) => kind)).toContain('singular-covariance');
    expect(snapshotOf(whole).clusters.some(({ singular }) => singular)).toBe(true);
    resumed.load(structuredClone(whole.save()));
    expect(snapshotOf(resumed)).toEqual(snapshotOf(whole));
    expect(tell(resumed)).toEqual(tell(whole));
  });

  it('says when there are more clusters than points', () => {
    expect(() => engine({ clusters: 50, pointsPerArm: 10, blobs: 1 })).toThrow(/at most 10/);
  });
});

describe('edits', () => {
  const moved: EmEdit = { kind: 'moveMean', cluster: 1, mean: [2, 3] };

  it('lie over what was learned: q stays, the gap opens, clearing restores to the bit', () => {
    const trained = engine();
    train(trained, 30);
    const before = snapshotOf(trained);
    trained.setEdits([moved]);
    const edited = snapshotOf(trained);
    expect(edited.clusters[1].mean).toEqual([2, 3]);
    expect(edited.responsibilities).toEqual(before.responsibilities);
    expect(edited.klGap).toBeGreaterThan((before.klGap ?? 0) + 0.01);
    trained.setEdits([]);
    expect(snapshotOf(trained)).toEqual(before);
  });

  it.each(ALGORITHMS)('%s goes on from where a mean was put', (algorithm) => {
    const trained = engine({ algorithm });
    train(trained, 10);
    trained.setEdits([moved]);
    const bound = trained.evaluate();
    trained.bakeEdits();
    expect(trained.evaluate().total).toBeCloseTo(bound.total, 10);
    expect(snapshotOf(trained).clusters[1].mean[0]).toBeCloseTo(2, 10);
    train(trained, 10);
    expect(snapshotOf(trained).clusters[1].mean).not.toEqual([2, 3]);
  });

  it('brings a dead cluster back', () => {
    const trained = engine();
    trained.setEdits([{ ...moved, mean: [900, 900] }]);
    trained.bakeEdits();
    train(trained, 3);
    expect(snapshotOf(trained).clusters[1].weight).toBe(0);
    trained.setEdits([moved]);
    trained.bakeEdits();
    train(trained, 30);
    expect(snapshotOf(trained).clusters[1].count).toBeGreaterThan(1);
  });

  it('are refused with the bad value', () => {
    const trained = engine();
    expect(() => trained.setEdits([{ ...moved, cluster: 7 }])).toThrow(/no cluster 8/);
    expect(() => trained.setEdits([{ ...moved, mean: [1] }])).toThrow(/needs 2 numbers, not 1/);
    expect(() => parseEmEdit({ ...moved, mean: [1, 'a'] })).toThrow(/"mean.1"/);
    expect(() => parseEmEdit({ kind: 'removeCluster' })).toThrow(/moveMean/);
    const later = { ...moved, mean: [4, 4] };
    expect(withEmEdit([moved], parseEmEdit(later))).toEqual([later]);
  });
});

describe('looking closer', () => {
  it('shows the E-step of a point', () => {
    const trained = engine();
    train(trained, 3);
    const point = trained.inspect({ kind: 'point', row: 7 }) as EmPointInspection;
    const shares = point.logJoint.map((value) => Math.exp(value - point.logEvidence));
    shares.forEach((share, k) => {
      expect(point.posterior[k]).toBeCloseTo(share, 12);
    });
    expect(() => trained.inspect({ kind: 'point', row: 500 })).toThrow(/no row 500/);
  });

  it('shows a landscape whose bound touches the log-likelihood where q is the posterior', () => {
    const trained = engine({ stepKind: 'e' });
    train(trained, 1);
    const { clusters, logLikelihood } = snapshotOf(trained);
    const [x, y] = clusters[0].mean;
    const query = {
      kind: 'landscape',
      x: { cluster: 0, coordinate: 0 },
      y: { cluster: 0, coordinate: 1 },
      xRange: [x - 4, x + 4],
      yRange: [y - 2, y + 2],
      cells: 9,
    } as const;
    const { objective, freeEnergy } = trained.inspect(query) as EmLandscape;
    const middle = 4 * 9 + 4;
    expect(objective[middle]).toBeCloseTo(logLikelihood ?? 0, 5);
    expect(freeEnergy[middle]).toBeCloseTo(objective[middle], 5);
    const above = objective.filter((value, at) => freeEnergy[at] > value + 1e-5);
    expect(above).toHaveLength(0);
    expect(() => trained.inspect({ ...query, cells: 1 })).toThrow(/2 to 101 cells/);
    expect(() => trained.inspect({ ...query, y: query.x })).toThrow(/two coordinates/);
  });

  it.each(ALGORITHMS)('%s shows an iteration that training then takes', (algorithm) => {
    const trained = engine({ algorithm });
    train(trained, 2);
    const before = trained.save();
    const query = { kind: 'iteration', row: 7, cluster: 1 } as const;
    const { shares, after, count, clusterShares } = trained.inspect(query) as EmIterationInspection;
    expect(trained.save()).toEqual(before);
    train(trained, 1);
    const { responsibilities, clusters } = snapshotOf(trained);
    shares.forEach((share, k) => {
      expect(responsibilities[7 * 5 + k]).toBeCloseTo(share, 6);
    });
    expect(clusters[1].mean).toEqual(after.mean);
    expect(clusters[1].covariance).toEqual(after.covariance);
    expect(clusterShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(count, 3);
    expect(() => trained.inspect({ ...query, cluster: 5 })).toThrow(/no cluster 5/);
  });

  it('shows the same height over coordinates of two means where the means are', () => {
    const trained = engine({ algorithm: 'gmm' });
    train(trained, 3);
    const { clusters, logLikelihood } = snapshotOf(trained);
    const query = {
      kind: 'landscape',
      x: { cluster: 0, coordinate: 0 },
      y: { cluster: 3, coordinate: 1 },
      xRange: [clusters[0].mean[0] - 3, clusters[0].mean[0] + 3],
      yRange: [clusters[3].mean[1] - 3, clusters[3].mean[1] + 3],
      cells: 3,
    } as const;
    const { objective, path } = trained.inspect(query) as EmLandscape;
    expect(objective[4]).toBeCloseTo(logLikelihood ?? 0, 5);
    expect(path.x).toHaveLength(4);
    expect(path.x[3]).toBeCloseTo(clusters[0].mean[0], 5);
    trained.setEdits([{ kind: 'moveMean', cluster: 3, mean: [2, 3] }]);
    const { path: moved } = trained.inspect(query) as EmLandscape;
    expect(moved.x.slice(0, 4)).toEqual(path.x);
    expect([moved.x[4], moved.y[4]]).toEqual([clusters[0].mean[0], 3]);
  });
});
